import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { load } from './load.mjs';

const { watchVersions, TAKE_OVER, IN_SESSION, takeOver, precache, forgetOlder, find, cacheName } =
  await load('update/versions.ts', 'sw/take-over.ts', 'sw/caches.ts');

/** A page with a worker that runs, and a registration that can bring another. */
function page({ controller = { name: 'old' } } = {}) {
  const log = [];
  const workers = Object.assign(new EventTarget(), { controller });
  const registration = Object.assign(new EventTarget(), { waiting: null, installing: null });
  let take;
  const told = {
    ready: (given) => {
      log.push('ready');
      take = given;
    },
    refused: () => log.push('refused'),
    changedElsewhere: () => log.push('changed elsewhere'),
  };
  const watch = () =>
    watchVersions(registration, { workers, reload: () => log.push('reload') }, told);
  return {
    log,
    registration,
    watch,
    take: () => take(),
    worker(state) {
      const worker = Object.assign(new EventTarget(), {
        state,
        postMessage: (message) => log.push(message),
      });
      return worker;
    },
    become(worker, state) {
      worker.state = state;
      worker.dispatchEvent(new Event('statechange'));
    },
    control(worker) {
      workers.controller = worker;
      workers.dispatchEvent(new Event('controllerchange'));
    },
    hear: (data) => workers.dispatchEvent(Object.assign(new Event('message'), { data })),
  };
}

test('the first version of all is no update', () => {
  const { log, registration, watch, worker, become, control } = page({ controller: null });
  watch();
  const first = worker('installing');
  registration.installing = first;
  registration.dispatchEvent(new Event('updatefound'));
  become(first, 'installed');
  control(first);
  assert.deepEqual(log, []);
});

test('a new version is offered, taken, and then the page is loaded again', () => {
  const { log, registration, watch, worker, become, control, take } = page();
  watch();
  const next = worker('installing');
  registration.installing = next;
  registration.dispatchEvent(new Event('updatefound'));
  assert.deepEqual(log, []);
  become(next, 'installed');
  take();
  control(next);
  assert.deepEqual(log, ['ready', TAKE_OVER, 'reload']);
});

test('a version that waits already is offered at once', () => {
  const { log, registration, watch, worker } = page();
  registration.waiting = worker('installed');
  watch();
  assert.deepEqual(log, ['ready']);
});

test('a page that did not ask is not loaded again by itself', () => {
  const { log, watch, control, worker } = page();
  watch();
  control(worker('activated'));
  assert.deepEqual(log, ['changed elsewhere']);
});

test('during a session the answer is no, and nothing is loaded again', () => {
  const { log, registration, watch, worker, take, hear, control } = page();
  registration.waiting = worker('installed');
  watch();
  take();
  hear(IN_SESSION);
  control(worker('activated'));
  assert.deepEqual(log, ['ready', TAKE_OVER, 'refused', 'changed elsewhere']);
});

test('the worker takes over unless a session is open in some tab', async () => {
  const run = async (...urls) => {
    const log = [];
    const worker = {
      clients: { matchAll: async () => urls.map((url) => ({ url })) },
      registration: { scope: 'https://x.org/a/' },
      skipWaiting: async () => log.push('skip'),
    };
    await takeOver(worker, { postMessage: (message) => log.push(message) });
    return log;
  };
  assert.deepEqual(await run('https://x.org/builder/'), ['skip']);
  const withSession = await run('https://x.org/a/', 'https://x.org/a/session/?x#plan=1');
  assert.deepEqual(withSession, [IN_SESSION]);
  assert.deepEqual(await run('https://x.org/a/session/index.html'), [IN_SESSION]);
  assert.deepEqual(await run('https://x.org/another/session/'), ['skip']);
});

// The caches of a browser, as far as they are used.
const SCOPE = 'https://x.org/base/';
let answers;

class FakeCache {
  files = new Map();
  async addAll(requests) {
    const got = requests.map(({ url }) => {
      const answer = answers.get(url);
      if (answer instanceof Error) throw answer;
      return [url, answer];
    });
    for (const [url, answer] of got) this.files.set(url, answer);
  }
}

beforeEach(() => {
  answers = new Map();
  const all = new Map();
  globalThis.caches = {
    has: async (name) => all.has(name),
    async open(name) {
      if (!all.has(name)) all.set(name, new FakeCache());
      return all.get(name);
    },
    delete: async (name) => all.delete(name),
    keys: async () => [...all.keys()],
    match: async (url, { cacheName: name }) => all.get(name)?.files.get(url),
  };
});

async function install(version, files) {
  for (const [path, answer] of Object.entries(files)) answers.set(SCOPE + path, answer);
  await precache(SCOPE, { version, urls: Object.keys(files), networkFirst: false });
}

test('a download that fails in the middle leaves the version before as it was', async () => {
  await install('1', { '': 'home 1', 'a.css': 'a' });
  for (const [version, error] of [
    ['2', new TypeError('the network is gone')],
    ['3', Object.assign(new Error('full'), { name: 'QuotaExceededError' })],
  ]) {
    await assert.rejects(install(version, { '': `home ${version}`, 'b.css': error }));
    assert.deepEqual(await caches.keys(), [cacheName(SCOPE, '1')]);
    assert.equal(await find(SCOPE, SCOPE, '1', false), 'home 1');
  }
});

test('two versions side by side: pages are of one, files of open pages of the other', async () => {
  await install('1', { '': 'home 1', 'gone/': 'gone 1', 'old.css': 'old' });
  await install('2', { '': 'home 2', 'new.css': 'new' });
  // Before the change: the version before answers with its own pages.
  assert.equal(await find(SCOPE, SCOPE, '1', false), 'home 1');
  await forgetOlder(SCOPE, '2');
  assert.equal(await find(SCOPE, SCOPE, '2', false), 'home 2');
  assert.equal(await find(`${SCOPE}gone/`, SCOPE, '2', false), undefined);
  assert.equal(await find(`${SCOPE}old.css`, SCOPE, '2', true), 'old');
  await install('3', { '': 'home 3' });
  await forgetOlder(SCOPE, '3');
  assert.deepEqual(await caches.keys(), [cacheName(SCOPE, '2'), cacheName(SCOPE, '3')]);
});
