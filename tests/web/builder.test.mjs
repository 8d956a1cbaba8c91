// What the builder opens, and its workbench, with a core that notes its questions.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english } from './english.mjs';
import { load } from './load.mjs';
import { catalogue as small, fakeCore, fakeStore, settled } from './session-fixtures.mjs';

const builder = await load(
  'builder/ask.ts',
  'builder/opening.ts',
  'builder/workbench.ts',
  'state/address.ts',
  'state/choices.ts',
  'state/link.ts',
  'state/doses.ts',
  'state/movements.ts',
  'state/plan-state.ts',
  'state/words.ts',
);
const { askAbout, openAddress, Workbench, dosesOf, lookUp, readChoices } = builder;
const { stateFor, useWords, vocabularyOf, writeLink } = builder;
useWords(english, 'en-GB', { texts: [], counts: [] });
globalThis.location ??= new URL('https://x.org/builder/');

const dose = {
  sore: { hold: [5, 5], repetitions: [5, 8], sets: [1, 1] },
  spasm: { hold: [2, 5], repetitions: [2, 5], sets: [1, 1] },
};
const catalogue = {
  ...small,
  articles: [],
  exercises: small.exercises.map((exercise) => ({
    ...exercise,
    ...{ surfaces: ['floor'], dose, sources: [] },
  })),
};

function tools({ store = fakeStore(), core = fakeCore() } = {}) {
  const vocabulary = vocabularyOf(catalogue);
  return { core, catalogue, lookup: lookUp(catalogue), vocabulary, store: async () => store };
}

const SORE = 'stage=sore&minutes=8&surfaces=floor&conditions=';

test('an address that names a kept routine which is not here goes on with what it says itself', async () => {
  for (const breaks of [false, true]) {
    const store = fakeStore({ breaks });
    const { state, plan, opened } = await openAddress(
      `plan=x&${SORE}&routine=ABC&name=Mornings`,
      tools({ store }),
    );
    assert.equal(plan, null);
    assert.equal(opened.problem, '');
    assert.equal(state.name, 'Mornings');
    assert.deepEqual(
      state.draft.movements.map(({ id }) => id),
      ['walk'],
    );
    const planned = await openAddress(`plan=x&${SORE}`, tools({ store }));
    assert.deepEqual([planned.state.request.minutes, planned.opened], [8, null]);
  }
});

test('an address with nothing but a kept routine says that it is gone, and fails as the store does', async () => {
  const { opened, state } = await openAddress('plan=x', tools());
  assert.match(opened.problem, /not kept on this device/);
  assert.equal(state.draft, null);
  await assert.rejects(openAddress('plan=x', tools({ store: fakeStore({ breaks: true }) })));
});

test('leaving a movement out does not hide another rule that the same movement breaks', async () => {
  const core = fakeCore();
  core.answers.review = ({ request: { exclude } }) => ({
    ...{ keeps_rules: false, score: 0, total_seconds: 40, position_changes: 0, steps: [0] },
    broken: [{ rule: exclude.includes('walk') ? 'excluded' : 'stage', place: 0, reason: 'no' }],
  });
  core.answers.plan = () => ({ movements: [], left_out: [] });
  core.answers.code = () => ({ code: 'ABC' });
  const { lookup } = tools();
  const request = { ...readChoices('exclude=walk,tilt', vocabularyOf(catalogue)), stage: 'spasm' };
  const draft = { stage: 'spasm', movements: [{ id: 'walk', step: 0 }] };
  const { shown } = await askAbout(core, { ...stateFor(request), draft }, request, lookup);
  assert.equal(shown.unsafe, true);
});

const kept = {
  ...{ id: 'a1', name: 'Mornings', note: '', settled: true, revision: 1 },
  request: readChoices(SORE, vocabularyOf(catalogue)),
  ...{ created: '2026-11-20T07:00:00.000Z', changed: '2026-11-20T07:00:00.000Z' },
};

async function openKept(movements) {
  const plan = { ...kept, routine: { stage: 'sore', posture: 'hanging', movements } };
  return openAddress('plan=a1', tools({ store: { ...fakeStore(), plan: async () => plan } }));
}

test('a kept routine opens in an edition with other sides and places', async () => {
  const six = { hold_seconds: 6, repetitions: 2, sets: 1 };
  const note = `a\tb\ud83d${'é'.repeat(600)}`;
  const same = [{ id: 'slide', surface: 'floor', dose: { ...six, sides: 2 } }];
  const asKept = await openKept(same);
  assert.deepEqual(asKept.state.draft.movements, same);
  assert.equal(asKept.opened.otherEdition, false);
  const { state, opened } = await openKept([
    { id: 'slide', surface: 'hammock', dose: { ...six, sides: 1 }, note },
  ]);
  const [movement] = state.draft.movements;
  assert.deepEqual(movement.dose, { ...six, sides: 2 });
  assert.equal('surface' in movement, false);
  assert.equal(movement.note, `a b${'é'.repeat(497)}`);
  assert.equal(opened.otherEdition, true);
});

test('a kept routine of which something is gone says so, and is not as kept', async () => {
  const walk = { id: 'walk', surface: 'floor', dose: { hold_seconds: 5, repetitions: 5, sets: 1 } };
  const gone = { id: 'somersault', step: 0 };
  const some = await openKept([gone, { ...walk, note: 'slowly' }, gone]);
  assert.deepEqual(
    some.state.draft.movements.map(({ id, note }) => [id, note]),
    [['walk', 'slowly']],
  );
  assert.deepEqual([some.isAsKept, some.opened.otherEdition], [false, false]);
  assert.match(some.opened.problem, /any more: somersault\. The others/);
  const none = await openKept([gone]);
  assert.equal(none.state.draft, null);
  assert.equal(none.isAsKept, false);
  assert.match(none.opened.problem, /somersault\. Below is a new one/);
});

test('a kept routine is as kept after a reload, until its address says something else', async () => {
  const core = fakeCore();
  core.answers.code = () => ({ code: 'ABC' });
  const routine = { stage: 'sore', movements: [{ id: 'walk', step: 1 }] };
  const opens = async (plan, address) => {
    const store = { ...fakeStore(), plan: async () => plan };
    return (await openAddress(address, tools({ core, store }))).isAsKept;
  };
  const settled = { ...kept, routine };
  const address = `plan=a1&${writeLink({ ...kept, choices: kept.request, code: 'ABC' })}`;
  assert.equal(await opens(settled, address), true);
  assert.equal(await opens(settled, address.replace('minutes=8', 'minutes=9')), false);
  assert.equal(await opens(settled, address.replace('ABC', 'ABD')), false);
  const planned = { ...settled, settled: false };
  assert.equal(await opens(planned, address), false);
  assert.equal(await opens(planned, address.replace('&routine=ABC', '')), true);
});

test('who needs nothing of the store does not wait for it', async () => {
  const never = { ...tools(), store: () => new Promise(() => undefined) };
  const { state } = await openAddress(SORE, never);
  assert.equal(state.request.minutes, 8);
});

test('a movement that cannot be put into a routine made by hand is named, with the rule', async () => {
  const core = fakeCore();
  core.answers.review = () => ({
    broken: [
      { rule: 'rest', reason: 'no rest' },
      { rule: 'stage', place: 0, reason: 'Not while you are in spasm.' },
    ],
  });
  core.answers['read-code'] = () => ({
    ...{ stage: 'spasm', same_catalogue: true },
    movements: [{ id: 'walk', step: 0 }],
  });
  const last = `${SORE}&routine=ABC`;
  globalThis.sessionStorage = { getItem: () => last, setItem: () => undefined };
  const only = tools({ core });
  const sore = { ...dose, spasm: undefined };
  const all = catalogue.exercises.map((one) => (one.id === 'tilt' ? { ...one, dose: sore } : one));
  const lookup = lookUp({ ...catalogue, phases: [], exercises: all });
  const { opened, state } = await openAddress('add=tilt', { ...only, lookup });
  assert.match(opened.problem, /“Pelvic tilt” was not put in. Not while you are in spasm/);
  assert.equal(state.draft.movements.length, 1);
  const added = await openAddress('add=slide', { ...only, lookup });
  assert.equal(added.opened.problem, '');
  assert.equal(added.state.draft.movements.length, 2);
  delete globalThis.sessionStorage;
});

test('a routine made by hand stays as it was made while another stage is asked for', async () => {
  const { lookup, ...others } = tools();
  const [, , , high] = dosesOf(lookup.exercise('tilt'), 'sore');
  const draft = { stage: 'sore', movements: [{ id: 'tilt', surface: 'floor', dose: high }] };
  const request = {
    ...{ stage: 'sore', minutes: 8, surfaces: ['floor'], equipment: [] },
    ...{ conditions: ['gout'], exclude: [], include: [] },
  };
  const views = [];
  const page = {
    ...{ builder: '/builder/', session: '/session/', plans: '/plans/', area: null },
    draw: (view) => views.push(view),
    showAnswers: () => undefined,
    writeAddress: () => undefined,
    fail(error) {
      throw error;
    },
  };
  const state = { ...stateFor(request), draft };
  const bench = new Workbench({ lookup, ...others }, page, {
    ...{ state, plan: null, isAsKept: false, opened: null },
  });
  await settled();
  assert.deepEqual(views.at(-1).unknown, ['gout']);
  const { surfaces, equipment, minutes } = request;
  const other = { focus: [], eases: undefined, posture: undefined, conditions: [] };
  bench.answer({ stage: 'spasm', minutes, surfaces, equipment, ...other });
  await settled();
  assert.equal(views.at(-1).state.draft, draft);
  assert.equal(views.at(-1).state.request.stage, 'spasm');
});
