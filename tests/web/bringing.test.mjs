import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plan, session } from './kept-examples.mjs';
import { load } from './load.mjs';

const { bringing, openStore, tablesInMemory, readPlan, nextPlan, sorted, DEFAULT_SETTINGS } =
  await load(
    'keep/bringing.ts',
    'keep/open.ts',
    'keep/tables.ts',
    'keep/read.ts',
    'keep/plan.ts',
    'keep/records.ts',
  );

const copyName = (name) => `${name || 'Without a name'} (copy)`;
const fileOf = (plans, sessions = []) => ({
  format: 'unclench',
  version: 1,
  plans,
  sessions,
  settings: DEFAULT_SETTINGS,
});

function brought(file, plans = [], sessions = []) {
  return bringing(file, { plans, sessions, copyName });
}

function numbers({ kept, here, copies }) {
  return [kept.plans.length, kept.sessions.length, here, copies];
}

test('an empty device takes the file as it is, and a second time nothing', () => {
  const file = fileOf([plan], [session]);
  const first = brought(file);
  assert.deepEqual(first, { kept: file, here: 0, copies: 0 });
  assert.deepEqual(numbers(brought(file, [plan], [session])), [0, 0, 2, 0]);
});

test('a later revision of a routine comes beside the one that is here, and only once', async () => {
  const news = { tell: () => undefined, onTold: () => undefined };
  const store = await openStore({ tables: async () => tablesInMemory(), news, persist() {} });
  await store.savePlan(plan);
  const later = { ...nextPlan(plan, { note: 'Slowly.' }), revision: 4 };
  const first = brought(fileOf([later]), await store.plans());
  assert.deepEqual(numbers(first), [1, 0, 0, 1]);
  assert.equal(await store.add(first.kept), 'written');

  const plans = await store.plans();
  assert.equal(plans.length, 2);
  assert.deepEqual(await store.plan(plan.id), plan);
  const copy = plans.find(({ id }) => id !== plan.id);
  const { name, note, revision } = copy;
  assert.deepEqual([name, note, revision], ['Mornings (copy)', 'Slowly.', 1]);
  assert.equal(await store.savePlan(nextPlan(copy, { name: 'Mornings, slowly' })), 'written');

  assert.deepEqual(numbers(brought(fileOf([later]), plans)), [0, 0, 1, 0]);
});

test('a later revision with the same content is here already; so is an older one', () => {
  const { request, ...rest } = plan;
  const turned = Object.fromEntries(Object.entries(request).reverse());
  const same = { ...rest, request: turned, revision: 7, changed: '2026-11-22T07:00:00.000Z' };
  assert.deepEqual(numbers(brought(fileOf([same]), [plan])), [0, 0, 1, 0]);
  const here = { ...plan, name: 'Evenings', revision: 3 };
  assert.deepEqual(numbers(brought(fileOf([{ ...plan, revision: 2 }]), [here])), [0, 0, 1, 0]);
});

test('what two devices changed apart, each from the same revision, is lost on neither', () => {
  const other = { ...plan, settled: false };
  const { kept, ...more } = brought(fileOf([other]), [plan]);
  assert.deepEqual([kept.plans[0].settled, more], [false, { here: 0, copies: 1 }]);
});

test('of two routines with one id in a file the first keeps it, and no third is made', () => {
  const other = { ...plan, name: 'Evenings' };
  const twice = { ...session, note: 'Again.' };
  const result = brought(fileOf([plan, other, other, plan], [session, twice]));
  assert.deepEqual(numbers(result), [2, 1, 3, 1]);
  const [first, second] = result.kept.plans;
  assert.deepEqual(first, plan);
  assert.notEqual(second.id, plan.id);
  assert.equal(second.name, 'Evenings (copy)');
  assert.deepEqual(result.kept.sessions, [session]);
  assert.deepEqual(numbers(brought(fileOf([plan, other]), result.kept.plans)), [0, 0, 2, 0]);
});

test('a copy of the longest name can be read, and its end says that it is one', () => {
  for (const name of ['x'.repeat(200), '😀'.repeat(100), `a${'😀'.repeat(99)}b`, '']) {
    const { kept } = brought(fileOf([{ ...plan, name, revision: 2 }]), [plan]);
    assert.match(kept.plans[0].name, /. \(copy\)$/);
    assert.equal(kept.plans[0].name, kept.plans[0].name.toWellFormed());
    assert.deepEqual(readPlan(kept.plans[0]), kept.plans[0]);
  }
});

test('the order of fields makes no difference, that of a list does', () => {
  assert.equal(sorted({ b: [1, { d: 1, c: 2 }], a: 1 }), sorted({ a: 1, b: [1, { c: 2, d: 1 }] }));
  assert.notEqual(sorted([1, 2]), sorted([2, 1]));
});
