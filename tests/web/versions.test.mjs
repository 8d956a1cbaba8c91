import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { load } from './load.mjs';

const {
  watchVersions,
  TAKE_OVER,
  IN_SESSION,
  takeOver,
  precache,
  forget,
  find,
  searchedFor,
  versionsOf,
  pagesOf,
  openPages,
  cacheName,
} = await load(
  'update/messages.ts',
  'update/versions.ts',
  'sw/take-over.ts',
  'sw/caches.ts',
  'sw/open-pages.ts',
  'sw/pages.ts',
);

function keptText() {
  let text = null;
  return { read: () => text, write: (given) => (text = given), forget: () => (text = null) };
}

beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
afterEach(() => mock.timers.reset());

/** A page with a worker that runs, and a registration that can bring another. */
function page({ controller = { name: 'old' }, wanted = keptText() } = {}) {
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
    watchVersions(registration, { workers, wanted, reload: () => log.push('reload') }, told);
  return {
    log,
    wanted,
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

test('a version that is kept waiting begins when the page that wants it is loaded again', () => {
  const first = page();
  const waiting = first.worker('installed');
  first.registration.waiting = waiting;
  first.watch();
  first.take();
  mock.timers.tick(60_000);
  assert.deepEqual(first.log, ['ready', TAKE_OVER, 'reload']);

  const again = page({ wanted: first.wanted });
  again.registration.waiting = waiting;
  again.watch();
  again.control(waiting);
  assert.deepEqual(again.log, ['ready', 'reload']);

  const later = page({ wanted: first.wanted });
  later.watch();
  later.control(later.worker('activated'));
  assert.deepEqual(later.log, ['changed elsewhere']);
});

test('a version that is kept waiting for long is wanted again, a few times', () => {
  const first = page();
  const waiting = first.worker('installed');
  let reloads = 0;
  for (let visit = 0; visit < 10; ++visit) {
    const next = page({ wanted: first.wanted });
    next.registration.waiting = waiting;
    next.watch();
    if (visit === 0) next.take();
    mock.timers.tick(60_000);
    reloads += next.log.filter((word) => word === 'reload').length;
  }
  assert.equal(reloads, 5);
  assert.equal(first.wanted.read(), null);
});

test('a page that was on its way while the version it wants began is loaded once more', () => {
  const { log, watch, wanted } = page();
  wanted.write('1');
  watch();
  assert.deepEqual(log, ['reload']);
  assert.equal(wanted.read(), null);
});

test('a version that may not begin during a session loads nothing again later', () => {
  const { log, registration, watch, worker, take, hear, wanted } = page();
  registration.waiting = worker('installed');
  watch();
  take();
  hear(IN_SESSION);
  mock.timers.tick(60_000);
  assert.deepEqual(log, ['ready', TAKE_OVER, 'refused']);
  assert.equal(wanted.read(), null);
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

test('pages that were loaded past the worker are open too, those of another site are not', async () => {
  const windows = [
    { url: 'https://x.org/a/', id: 'controlled', isControlled: true },
    { url: 'https://x.org/a/builder/', id: 'past the worker', isControlled: false },
    { url: 'https://x.org/another/', id: 'elsewhere', isControlled: false },
  ];
  const open = await openPages({
    clients: {
      matchAll: async ({ includeUncontrolled = false }) =>
        windows.filter(({ isControlled }) => isControlled || includeUncontrolled),
    },
    registration: { scope: 'https://x.org/a/' },
  });
  assert.deepEqual(
    open.map(({ id }) => id),
    ['controlled', 'past the worker'],
  );
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
  async put(url, answer) {
    this.files.set(url, await answer.text());
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
    async match(url, { cacheName: name }) {
      const found = all.get(name)?.files.get(url);
      return found?.startsWith('{') ? new Response(found) : found;
    },
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
    assert.equal(await find(SCOPE, SCOPE, ['1']), 'home 1');
  }
});

/** What a worker does when its version begins, and when it answers a page. */
function worker(version) {
  const pages = pagesOf(SCOPE);
  return {
    begin: async (...open) => forget(SCOPE, await pages.begin(version, open)),
    async file(page, path) {
      const versions = await searchedFor(await pages.versionOf(page), SCOPE, version);
      return find(SCOPE + path, SCOPE, versions);
    },
    page: (path) => find(SCOPE + path, SCOPE, [version]),
  };
}

const site = (version) => ({ '': `home ${version}`, 'catalogue.json': `catalogue ${version}` });

test('two versions side by side: each page gets the files of the version it was loaded with', async () => {
  await install('1', { ...site('1'), 'gone/': 'gone 1', 'old.css': 'old' });
  const one = worker('1');
  await one.begin();
  await install('2', site('2'));
  assert.equal(await one.page(''), 'home 1');
  const two = worker('2');
  await two.begin('first');
  assert.equal(await two.page(''), 'home 2');
  assert.equal(await two.page('gone/'), undefined);
  assert.equal(await two.file('first', 'old.css'), 'old');
  // The same address in both: never the new catalogue beside the old core.
  assert.equal(await two.file('first', 'catalogue.json'), 'catalogue 1');
  assert.equal(await two.file('second', 'catalogue.json'), 'catalogue 2');
});

test('of three versions the one that ran stays, until its last page is closed and another ran', async () => {
  await install('1', site('1'));
  await worker('1').begin();
  // The second was fetched and never began.
  await install('2', site('2'));
  await install('3', site('3'));
  await worker('3').begin('a', 'b');
  assert.deepEqual(await versionsOf(SCOPE), ['1', '3']);

  // A worker is stopped and started again; what it knew of pages is not lost.
  const again = worker('3');
  assert.equal(await again.file('a', 'catalogue.json'), 'catalogue 1');
  assert.equal(await again.file('c', 'catalogue.json'), 'catalogue 3');
  await install('4', site('4'));
  await worker('4').begin('b', 'c');
  assert.deepEqual(await versionsOf(SCOPE), ['1', '3', '4']);
  const four = worker('4');
  assert.equal(await four.file('b', 'catalogue.json'), 'catalogue 1');
  assert.equal(await four.file('c', 'catalogue.json'), 'catalogue 3');
  assert.equal(await four.file('d', 'catalogue.json'), 'catalogue 4');

  await install('5', site('5'));
  await worker('5').begin('c');
  assert.deepEqual(await versionsOf(SCOPE), ['3', '4', '5']);
  await install('6', site('6'));
  await worker('6').begin();
  assert.deepEqual(await versionsOf(SCOPE), ['5', '6']);
});

test('a page of a worker that kept no list is of the latest version before', async () => {
  await install('1', site('1'));
  await install('2', site('2'));
  await install('3', site('3'));
  await worker('3').begin('old');
  assert.equal(await worker('3').file('old', 'catalogue.json'), 'catalogue 2');
});

test('what is on its way while a version begins stays', async () => {
  await install('1', site('1'));
  await install('2', site('2'));
  await install('3', site('3'));
  await worker('2').begin('a');
  assert.deepEqual(await versionsOf(SCOPE), ['1', '2', '3']);
  assert.equal(await worker('2').file('a', 'catalogue.json'), 'catalogue 1');
});

test('a page that was put away while a version began finds its files all the same', async () => {
  await install('1', { ...site('1'), 'old.css': 'old' });
  await worker('1').begin();
  await install('2', site('2'));
  await worker('2').begin();
  assert.equal(await worker('2').file('back', 'old.css'), 'old');
});

test('a version that is published again while another waits keeps its own pages', async () => {
  await install('1', site('1'));
  await worker('1').begin();
  await install('2', site('2')); // waits, and never begins
  await install('1', site('1'));
  await worker('1').begin('a');
  assert.equal(await worker('1').file('a', 'catalogue.json'), 'catalogue 1');
  await install('3', site('3'));
  await worker('3').begin('a', 'b');
  const three = worker('3');
  assert.deepEqual(
    [await three.file('a', 'catalogue.json'), await three.file('b', 'catalogue.json')],
    ['catalogue 1', 'catalogue 1'],
  );
  assert.deepEqual(await versionsOf(SCOPE), ['1', '3']);
});

test('after a way back the version that began last is the one before', async () => {
  await install('1', site('1'));
  await worker('1').begin();
  await install('2', site('2'));
  await worker('2').begin('a');
  await install('1', site('1'));
  await worker('1').begin('a', 'b');
  const one = worker('1');
  assert.equal(await one.file('a', 'catalogue.json'), 'catalogue 1');
  assert.equal(await one.file('b', 'catalogue.json'), 'catalogue 2');
  // Its cache was made first and began last.
  await install('3', site('3'));
  await worker('3').begin('a', 'b', 'c');
  const three = worker('3');
  assert.equal(await three.file('b', 'catalogue.json'), 'catalogue 2');
  assert.equal(await three.file('c', 'catalogue.json'), 'catalogue 1');
  await install('4', site('4'));
  await worker('4').begin();
  assert.deepEqual(await versionsOf(SCOPE), ['3', '4']);
});

test('a version that ran is forgotten also when its cache was made later', async () => {
  for (const version of ['1', '2', '3', '1']) {
    await install(version, site(version));
    await worker(version).begin(...(version === '1' ? [] : ['of the first']));
  }
  assert.deepEqual(await versionsOf(SCOPE), ['1', '3']);
});
