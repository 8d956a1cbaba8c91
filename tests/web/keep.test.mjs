import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { IDBFactory } from 'fake-indexeddb';
import { plan, running, session } from './kept-examples.mjs';
import { load } from './load.mjs';

const { openStore, tablesInDatabase, tablesInMemory, nextPlan, newId, readKept, writeKept } =
  await load('keep/kept.ts', 'keep/open.ts', 'keep/database.ts', 'keep/tables.ts', 'keep/plan.ts');

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** A store whose news and wish to persist are recorded. */
async function opened({ tables = tablesInDatabase } = {}) {
  const told = [];
  const news = { tell: () => told.push('changed'), onTold: () => undefined };
  const asked = [];
  const store = await openStore({ tables, news, persist: () => asked.push('persist') });
  return { store, told, asked };
}

/** Writes what a page never would. */
async function putRaw(table, id, value) {
  const tables = await tablesInDatabase();
  await tables.change([{ table, id, value }]);
}

async function rows(table) {
  return (await tablesInDatabase()).all(table);
}

test('what is saved is there when the store is opened again', async () => {
  const { store } = await opened();
  assert.equal(store.obstacle, null);
  assert.equal(await store.savePlan(plan), 'written');
  assert.equal(await store.saveSession(session), 'written');
  assert.equal(await store.saveRunning(running), 'written');

  const { store: again } = await opened();
  assert.deepEqual(await again.plans(), [plan]);
  assert.deepEqual(await again.plan(plan.id), plan);
  assert.deepEqual(await again.sessions(), [session]);
  assert.deepEqual(await again.running(), running);
  await again.saveRunning(undefined);
  assert.equal(await again.running(), undefined);
});

test('a revision that another page wrote first is not overwritten', async () => {
  const { store: one } = await opened();
  const { store: other } = await opened();
  await one.savePlan(plan);
  assert.equal(await other.savePlan(nextPlan(plan, { name: 'Evenings' })), 'written');
  assert.equal(await one.savePlan(nextPlan(plan, { name: 'Noon' })), 'changed-elsewhere');
  assert.equal((await one.plan(plan.id)).name, 'Evenings');
  const later = nextPlan(await one.plan(plan.id), { name: 'Noon' });
  assert.equal(await one.savePlan(later), 'written');
});

test('a plan that was deleted comes back as it was', async () => {
  const { store } = await opened();
  const second = nextPlan(plan, { name: 'Evenings' });
  await store.savePlan(plan);
  await store.savePlan(second);
  await store.deletePlan(plan.id);
  assert.deepEqual(await store.plans(), []);
  assert.equal(await store.savePlan(second), 'written');
  assert.deepEqual(await store.plans(), [second]);
});

test('damaged records are set aside, counted and exported, and spoil nothing', async () => {
  await putRaw('plans', 'torn', { id: 'torn', name: 7 });
  await putRaw('sessions', 'other-id', session);
  await putRaw('single', 'running', 'nonsense');
  const { store } = await opened();
  await store.savePlan(plan);
  assert.deepEqual(await store.plans(), [plan]);
  assert.deepEqual(await store.sessions(), []);
  assert.equal(await store.running(), undefined);
  assert.equal(store.damaged, 3);
  assert.deepEqual(
    (await rows('plans')).map(({ id }) => id),
    [plan.id],
  );
  const { damaged } = await store.exported();
  assert.deepEqual(damaged.map(({ id }) => id).sort(), ['other-id', 'running', 'torn']);
  assert.equal((await opened()).store.damaged, 3);
});

test('a word that this version does not know spoils no session, and is still there after a change', async () => {
  const [movement] = session.movements;
  const later = {
    ...session,
    ...{ ending: 'symptoms', sign: 'fainted', weather: 'cold', scale: { from: 0 } },
    movements: [
      { ...movement, felt: 'tired', hurts: 'sideways', side: 'left' },
      { id: 'rest', step: 0, side: 'right' },
    ],
  };
  await putRaw('sessions', session.id, later);
  const { store } = await opened();
  const [read] = await store.sessions();
  assert.equal(store.damaged, 0);
  assert.equal(read.ending, 'symptoms');
  assert.deepEqual(
    ['sign', 'weather'].filter((name) => name in read),
    [],
  );
  const { felt: _, ...known } = movement;
  assert.deepEqual(read.movements, [known, { id: 'rest', step: 0 }]);

  const change = (next) => store.changeSession(session.id, next);
  await change((one) => ({ ...one, pain_next_morning: 2 }));
  assert.deepEqual((await rows('sessions'))[0].value, { ...later, pain_next_morning: 2 });

  const [, rest] = read.movements;
  const felt = { ...rest, felt: 'helped' };
  await change(({ pain_next_morning: __, ...one }) => ({ ...one, movements: [known, felt] }));
  const movements = [later.movements[0], { ...later.movements[1], felt: 'helped' }];
  assert.deepEqual((await rows('sessions'))[0].value, { ...later, movements });

  // What is not known of a movement does not pass to another.
  await change((one) => ({ ...one, movements: [felt, known] }));
  assert.deepEqual((await rows('sessions'))[0].value.movements, [felt, known]);
});

test('a value of another kind is damage, not a word of a later version', async () => {
  await putRaw('sessions', session.id, { ...session, sign: 7 });
  const { store } = await opened();
  assert.deepEqual(await store.sessions(), []);
  assert.equal(store.damaged, 1);
});

test('plans and settings keep what this version does not know', async () => {
  await putRaw('plans', plan.id, { ...plan, colour: 'green' });
  await putRaw('single', 'settings', { voice: 'whisper', chimes: false, language: 'de' });
  const { store } = await opened();
  const [there] = await store.plans();
  assert.equal(await store.savePlan(nextPlan(there, { name: 'Evenings' })), 'written');
  const [{ value }] = await rows('plans');
  assert.deepEqual([value.name, value.colour, value.revision], ['Evenings', 'green', 2]);
  await store.changeSettings((settings) => ({ ...settings, calm: true }));
  const settings = (await rows('single')).find(({ id }) => id === 'settings').value;
  assert.deepEqual(
    ['voice', 'chimes', 'language', 'calm', 'tempo'].map((name) => settings[name]),
    ['whisper', false, 'de', true, 1],
  );
});

test('a save over a damaged record sets the damage aside', async () => {
  await putRaw('plans', plan.id, { id: plan.id });
  const { store } = await opened();
  assert.equal(await store.savePlan(plan), 'written');
  assert.equal(store.damaged, 1);
  assert.deepEqual(await store.plan(plan.id), plan);
});

test('settings that are damaged take their defaults one by one, and are set aside', async () => {
  const kept = { voice: 'off', tempo: 'fast', held_steps: { bridge: 9, tilt: 2 }, later: [1] };
  await putRaw('single', 'settings', kept);
  const { store } = await opened();
  const settings = await store.settings();
  assert.equal(settings.voice, 'off');
  assert.equal(settings.tempo, 1);
  assert.deepEqual(settings.held_steps, { tilt: 2 });
  assert.equal(store.damaged, 1);
  assert.deepEqual((await store.exported()).damaged[0].value, kept);
  const { store: again } = await opened();
  assert.equal(again.damaged, 1);
  const [{ value }] = await rows('single');
  assert.deepEqual(value, { voice: 'off', held_steps: { tilt: 2 }, later: [1] });
});

test('settings that are none at all are set aside; a voice of a later version is no damage', async () => {
  await putRaw('single', 'settings', 'quiet');
  assert.equal((await opened()).store.damaged, 1);
  globalThis.indexedDB = new IDBFactory();
  await putRaw('single', 'settings', { voice: 'whisper', calm: true });
  const { store } = await opened();
  assert.equal(store.damaged, 0);
  assert.deepEqual([(await store.settings()).voice, (await store.settings()).calm], ['on', true]);
});

test('a database without its tables is left as it is, and that is said', async () => {
  await new Promise((give, fail) => {
    const request = indexedDB.open('unclench', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('plans');
    request.onsuccess = () => give(request.result.close());
    request.onerror = fail;
  });
  const { store } = await opened();
  assert.equal(store.obstacle, 'broken');
  assert.equal(await store.savePlan(plan), 'written');
  assert.deepEqual(await store.plans(), [plan]);
});

test('what is added from a file leaves what is there as it is', async () => {
  const { store } = await opened();
  await store.savePlan(plan);
  const settings = { ...(await store.settings()), calm: true };
  const foreign = { ...plan, id: newId(), name: 'From the file' };
  const file = {
    format: 'unclench',
    version: 1,
    plans: [{ ...plan, name: 'Changed' }, foreign],
    sessions: [session],
    settings,
  };
  assert.equal(await store.add(file), 'written');
  assert.deepEqual((await store.plans()).map(({ name }) => name).sort(), [
    'From the file',
    'Mornings',
  ]);
  assert.equal((await store.settings()).calm, true);
  const { format, version, sessions } = await store.exported();
  assert.deepEqual(
    { format, version, sessions },
    { format: 'unclench', version: 1, sessions: [session] },
  );
});

test('a file without settings leaves a device without any, and takes none', async () => {
  const { store } = await opened();
  const file = { format: 'unclench', version: 1, plans: [], sessions: [] };
  assert.equal(await store.add(file), 'written');
  assert.deepEqual(await rows('single'), []);
  const settings = { ...(await store.settings()), calm: true };
  assert.equal(await store.add({ ...file, settings }), 'written');
  assert.equal(await store.add(file), 'written');
  assert.deepEqual(await store.settings(), settings);
});

test('what was set aside goes with the file to another device, once', async () => {
  await putRaw('plans', 'torn', { id: 'torn', name: 7 });
  const { store: first } = await opened();
  await first.plans();
  const file = readKept(writeKept(await first.exported()));
  assert.equal(file.kept.damaged.length, 1);
  globalThis.indexedDB = new IDBFactory();
  const { store: second } = await opened();
  const strange = { ...file.kept, damaged: [...file.kept.damaged, null, 'a line'] };
  assert.equal(await second.add(strange), 'written');
  assert.equal(await second.add(strange), 'written');
  assert.equal(second.damaged, 3);
  assert.deepEqual((await second.exported()).damaged.length, 3);
});

test('two pages that change one session lose nothing of each other', async () => {
  const { store: after } = await opened();
  const { store: morning } = await opened();
  await after.saveSession(session);
  const noted = (one) => ({ ...one, pain_next_morning: 2 });
  assert.equal(await morning.changeSession(session.id, noted), 'written');
  // The page that was left open since the evening writes its note only now.
  assert.equal(await after.saveSession({ ...session, note: 'Late.' }), 'written');
  assert.deepEqual(await morning.sessions(), [{ ...session, note: 'Late.', pain_next_morning: 2 }]);

  await after.deleteSession(session.id);
  assert.equal(await morning.changeSession(session.id, noted), 'changed-elsewhere');
  assert.deepEqual(await after.sessions(), []);
});

test('two pages that change settings at once change only their own', async () => {
  const { store: one } = await opened();
  const { store: other } = await opened();
  const written = await Promise.all([
    one.changeSettings((settings) => ({ ...settings, calm: true })),
    other.changeSettings((settings) => ({ ...settings, voice: 'off' })),
  ]);
  assert.deepEqual(written, ['written', 'written']);
  const { calm, voice } = await one.settings();
  assert.deepEqual([calm, voice], [true, 'off']);
});

test('everything can be deleted', async () => {
  await putRaw('plans', 'torn', {});
  const { store } = await opened();
  await store.savePlan(plan);
  await store.saveSession(session);
  await store.plans();
  assert.equal(await store.deleteAll(), 'written');
  assert.equal(store.damaged, 0);
  assert.deepEqual(await store.plans(), []);
  assert.deepEqual(await store.sessions(), []);
  assert.deepEqual(await rows('aside'), []);
});

test('without a database it works until the page is closed, and says so', async () => {
  const refuses = async () => Promise.reject(new Error('private window'));
  const { store, asked } = await opened({ tables: refuses });
  assert.equal(store.obstacle, 'private');
  assert.equal(await store.savePlan(plan), 'written');
  assert.deepEqual(await store.plans(), [plan]);
  assert.deepEqual(asked, []);
});

test('a full device and a broken one are told apart, and nothing is lost', async () => {
  const failing = (name) => async () => {
    const tables = tablesInMemory();
    await tables.change([{ table: 'plans', id: plan.id, value: plan }]);
    const fail = async () => {
      throw Object.assign(new Error(name), { name });
    };
    return { ...tables, change: fail, decide: fail };
  };
  const { store: full } = await opened({ tables: failing('QuotaExceededError') });
  assert.equal(await full.saveSession(session), 'full');
  assert.equal(await full.savePlan(nextPlan(plan, {})), 'full');
  const { store: broken } = await opened({ tables: failing('InvalidStateError') });
  assert.equal(await broken.deletePlan(plan.id), 'unavailable');
  assert.deepEqual(await broken.plans(), [plan]);
});

test('saving is told to other pages, and asks to be kept; a refusal or a running session is not', async () => {
  const { store, told, asked } = await opened();
  await store.savePlan(plan);
  assert.deepEqual([told.length, asked.length], [1, 1]);
  await store.savePlan(plan);
  assert.deepEqual([told.length, asked.length], [1, 1]);
  await store.changeSettings((settings) => settings);
  assert.deepEqual([told.length, asked.length], [2, 1]);
  assert.equal(await store.saveRunning(running), 'written');
  assert.deepEqual([told.length, asked.length], [2, 1]);
});

test('a newer version brings older records up; one that fails is left for setting aside', async () => {
  const { store } = await opened();
  await store.savePlan(plan);
  await putRaw('plans', 'torn', null);
  const ladder = [
    { plans: (value) => ({ ...value, name: `${value.name}!`, at: value.created.length }) },
    { plans: (value) => ({ ...value, name: `${value.name}?` }) },
  ];
  const tables = await tablesInDatabase(ladder);
  assert.equal((await tables.get('plans', plan.id)).name, 'Mornings!?');
  assert.equal(await tables.get('plans', 'torn'), null);
  // The page with the older version lost its hold, and says that it cannot write.
  assert.equal(await store.savePlan(nextPlan(plan, {})), 'unavailable');
  const { store: older } = await opened();
  assert.equal(older.obstacle, 'newer');
});

test('an older page that does not let go does not hold up a newer one', async () => {
  const holding = await new Promise((give, fail) => {
    const request = indexedDB.open('unclench', 1);
    request.onsuccess = () => give(request.result);
    request.onerror = fail;
  });
  const { store } = await opened({ tables: () => tablesInDatabase([{}]) });
  assert.equal(store.obstacle, 'held');
  holding.close();
});

test('ids are random where the browser has no function for them', () => {
  const { randomUUID } = crypto;
  crypto.randomUUID = undefined;
  try {
    const ids = new Set(Array.from({ length: 100 }, newId));
    assert.equal(ids.size, 100);
    for (const id of ids)
      assert.match(id, /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  } finally {
    crypto.randomUUID = randomUUID;
  }
});

test('what a tab was told is forgotten with everything else, and a tab that keeps nothing knows nothing', async () => {
  const { forgetAnswered, rememberAnswered, wasAnswered } = await load('keep/answered.ts');
  const kept = new Map();
  globalThis.sessionStorage = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => kept.set(key, text),
    removeItem: (key) => kept.delete(key),
  };
  rememberAnswered('stage=sore');
  assert.deepEqual([wasAnswered('stage=sore'), wasAnswered('stage=well')], [true, false]);
  forgetAnswered();
  assert.equal(wasAnswered('stage=sore'), false);
  delete globalThis.sessionStorage;
  rememberAnswered('stage=sore');
  assert.equal(wasAnswered('stage=sore'), false);
});
