import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './load.mjs';

const {
  added,
  amend,
  begin,
  change,
  dosesOf,
  draftOfArticle,
  draftAt,
  edited,
  isLocked,
  lookUp,
  moved,
  nextStep,
  otherMinutes,
  otherTime,
  redo,
  removed,
  replanned,
  settle,
  settledRoutine,
  stateFor,
  undo,
  withAnswers,
  withKnownConditions,
  withDoseStep,
  withLock,
  withMovedMovement,
  withMovement,
  withMovementByHand,
  withNote,
  withoutMovement,
  withSwap,
} = await load(
  'state/draft.ts',
  'state/doses.ts',
  'state/movements.ts',
  'state/plan-state.ts',
  'state/undo.ts',
);

const exercise = (id, phase, sources = []) => ({
  id,
  title: id,
  url: `/${id}/`,
  phase,
  posture: 'supine',
  surfaces: ['bed', 'floor'],
  tempo: 4,
  sides: 1,
  dose: {
    sore: { hold: [5, 5], repetitions: [5, 8], sets: [1, 1] },
    well: { hold: [5, 10], repetitions: [8, 10], sets: [1, 2] },
  },
  conditions: {},
  sources,
});
const given = (order, hold, repetitions) => ({
  source: 'an-article',
  order,
  dose: { hold, repetitions, sets: null },
});
const lookup = lookUp({
  postures: [],
  surfaces: [],
  conditions: [],
  phases: [{ id: 'rest' }, { id: 'mobilise' }, { id: 'strengthen' }],
  exercises: [
    exercise('rest', 'rest'),
    exercise('tilt', 'mobilise', [given(2, null, [12, 15])]),
    exercise('rolls', 'mobilise', [given(1, [20, 30], null)]),
    exercise('bridge', 'strengthen'),
  ],
});

const movement = (id) => ({
  id,
  surface: 'floor',
  dose: { hold_seconds: 5, repetitions: 6, sets: 1 },
});
const draft = { stage: 'sore', movements: ['rest', 'tilt', 'bridge', 'rest'].map(movement) };
const ids = ({ movements }) => movements.map(({ id }) => id);
const request = {
  stage: 'sore',
  minutes: 10,
  surfaces: ['floor'],
  equipment: [],
  conditions: [],
  exclude: [],
  include: [],
};
const answers = {
  ...{ stage: 'sore', minutes: 12, surfaces: ['bed'], equipment: [], conditions: [] },
  ...{ focus: [], eases: undefined, posture: undefined },
};

test('the doses of the steps are those of docs/planner.md', () => {
  const doses = dosesOf(lookup.exercise('bridge'), 'sore');
  assert.deepEqual(
    doses.map(({ repetitions }) => repetitions),
    [5, 6, 7, 8],
  );
  const well = dosesOf(lookup.exercise('bridge'), 'well');
  assert.deepEqual(
    well.map(({ hold_seconds, repetitions, sets }) => [hold_seconds, repetitions, sets]),
    [
      [5, 8, 1],
      [7, 9, 1],
      [8, 9, 2],
      [10, 10, 2],
    ],
  );
  for (const stage of ['spasm', 'constructor', '__proto__'])
    assert.equal(dosesOf(lookup.exercise('bridge'), stage), undefined);
});

test('a step leads to the next other dose, and stays inside the range', () => {
  const doses = dosesOf(lookup.exercise('bridge'), 'sore');
  assert.equal(nextStep(doses, doses[1], 1, 1), 2);
  assert.equal(nextStep(doses, doses[3], 3, 1), undefined);
  assert.equal(nextStep(doses, doses[0], 0, -1), undefined);
  // More than the largest: the next lower one is the largest.
  assert.equal(nextStep(doses, { ...doses[3], repetitions: 12 }, 3, -1), 3);
  assert.equal(nextStep(doses, { ...doses[3], repetitions: 12 }, 3, 1), undefined);
  // Between two steps both ways lead to the nearest; below all, less leads nowhere and more to the lowest.
  const between = { ...doses[1], repetitions: doses[1].repetitions + 0.5 };
  assert.equal(nextStep(doses, between, 1, -1), 1);
  assert.equal(nextStep(doses, between, 1, 1), 2);
  const below = { ...doses[0], hold_seconds: doses[0].hold_seconds - 1 };
  assert.equal(nextStep(doses, below, 0, -1), undefined);
  assert.equal(nextStep(doses, below, 0, 1), 0);
  // Longer, but fewer than the lowest: a way leads to our doses.
  const other = { ...doses[0], hold_seconds: 60, repetitions: 1 };
  assert.equal(nextStep(doses, other, 0, -1), 0);
  const one = [0, 1, 2, 3].map(() => doses[0]);
  assert.equal(nextStep(one, doses[0], 3, -1), undefined);
});

test('movements are removed and moved, and one always stays', () => {
  assert.deepEqual(ids(removed(draft, 1)), ['rest', 'bridge', 'rest']);
  assert.deepEqual(ids(moved(draft, 2, 1)), ['rest', 'bridge', 'tilt', 'rest']);
  assert.equal(moved(draft, 0, -1), draft);
  assert.equal(moved(draft, 3, 4), draft);
  const one = { stage: 'sore', movements: [movement('tilt')] };
  assert.equal(removed(one, 0), one);
});

test('a movement goes where its kind belongs, before a closing rest', () => {
  assert.deepEqual(ids(added(draft, 'rolls', ['floor'], lookup)), [
    'rest',
    'tilt',
    'rolls',
    'bridge',
    'rest',
  ]);
  const { movements } = added(draft, 'rolls', ['chair', 'bed'], lookup);
  assert.deepEqual(movements[2].surface, 'bed');
  assert.deepEqual(movements[2].dose.repetitions, 5);
  assert.equal(added(draft, 'no-such-movement', ['floor'], lookup), draft);
});

test('notes lose control characters and have at most 500 characters', () => {
  const text = (note) => withNote(draft, 1, note).movements[1].note;
  assert.equal(text('slowly\r\nplease\u0007'), 'slowly\nplease ');
  assert.equal(text('é'.repeat(501)), 'é'.repeat(500));
  assert.equal(text(`${'x'.repeat(499)}\u{1f600}`), 'x'.repeat(499));
  assert.equal('note' in withNote(withNote(draft, 1, 'a'), 1, '').movements[1], false);
});

test('another stage brings its own doses at the same steps, and the draft stays as it was made', () => {
  const { stage, movements } = draftAt(draft, 'well', lookup);
  assert.equal(stage, 'well');
  assert.deepEqual(
    movements.map(({ dose }) => dose.repetitions),
    [9, 9, 9, 9],
  );
  const state = { ...stateFor(request), draft };
  const away = withAnswers(state, { ...answers, stage: 'well' }, lookup);
  assert.equal(settledRoutine(away, lookup).stage, 'well');
  const back = withAnswers(away, answers, lookup);
  assert.equal(settledRoutine(back, lookup), draft);
});

test('a movement keeps its dose where one of the stages has none', () => {
  const one = { stage: 'sore', movements: [movement('tilt')] };
  assert.deepEqual(draftAt(one, 'no-such-stage', lookup).movements, one.movements);
  const other = { ...one, stage: 'no-such-stage' };
  assert.deepEqual(draftAt(other, 'sore', lookup).movements, one.movements);
});

test('an edit of a dose is one at the stage that is shown, one of the order is none', () => {
  const state = withAnswers({ ...stateFor(request), draft }, { ...answers, stage: 'well' }, lookup);
  const shown = settledRoutine(state, lookup);
  assert.equal(withMovedMovement(state, shown, 1, 2).draft.stage, 'sore');
  assert.equal(withDoseStep(state, shown, 1, 0, lookup).draft.stage, 'well');
  assert.equal(withLock(state, shown, 'tilt', 1, true).draft, shown);
});

test('doses between those of the steps count as the lower one at another stage', () => {
  const repetitions = (...doses) => {
    const movements = doses.map((dose) => ({ id: 'tilt', ...dose }));
    const next = draftAt({ stage: 'sore', movements }, 'well', lookup);
    return next.movements.map(({ dose }) => dose.repetitions);
  };
  const own = dosesOf(lookup.exercise('tilt'), 'sore').map((dose) => ({ dose }));
  const well = dosesOf(lookup.exercise('tilt'), 'well').map((dose) => dose.repetitions);
  assert.deepEqual(repetitions(...own), well);
  const other = (change) => ({ dose: { ...own[2].dose, ...change } });
  assert.deepEqual(
    repetitions(other({ repetitions: 40 }), other({ hold_seconds: 1 }), { step: 2 }, {}),
    [well[3], well[0], well[2], well[0]],
  );
});

test('an article gives its order and its doses, and ours where it gives none', () => {
  const { movements } = draftOfArticle('an-article', 'sore', lookup);
  assert.deepEqual(
    movements.map(({ id, dose }) => [id, dose.hold_seconds, dose.repetitions, dose.sets]),
    [
      ['rolls', 20, 5, 1],
      ['tilt', 5, 12, 1],
    ],
  );
  assert.equal(draftOfArticle('no-such-article', 'sore', lookup), null);
});

test('leaving out is asked of the planner, until the routine was made by hand', () => {
  const planned = withoutMovement(stateFor(request), 1, 'tilt');
  assert.deepEqual([planned.draft, planned.request.exclude], [null, ['tilt']]);
  const byHand = withoutMovement({ ...stateFor(request), draft }, 1, 'tilt');
  assert.deepEqual(ids(byHand.draft), ['rest', 'bridge', 'rest']);
  assert.deepEqual(byHand.request.exclude, ['tilt']);
  // The other rest stays, so rests are not left out.
  assert.deepEqual(withoutMovement({ ...stateFor(request), draft }, 0, 'rest').request.exclude, []);
});

test('putting in asks the planner, or goes into the routine made by hand', () => {
  const left = { ...request, exclude: ['rolls'] };
  assert.deepEqual(withMovement(stateFor(left), 'rolls', lookup).request.include, ['rolls']);
  const byHand = withMovement({ ...stateFor(left), draft }, 'rolls', lookup);
  assert.deepEqual([byHand.request.include, byHand.request.exclude], [[], []]);
  assert.equal(byHand.draft.movements.length, 5);
  const settled = withMovementByHand(stateFor(left), draft, 'rolls', lookup);
  assert.equal(settled.draft.movements.length, 5);
});

test('an edit settles the routine that is shown, and none leaves the state as it is', () => {
  const state = stateFor(request);
  assert.equal(
    edited(state, draft, (same) => same),
    state,
  );
  const other = { id: 'rolls', place: 2, surface: 'bed', dose: movement('rolls').dose };
  const swapped = withSwap(withLock(state, draft, 'tilt', 1, true), draft, 1, other);
  assert.deepEqual(ids(swapped.draft), ['rest', 'bridge', 'rolls', 'rest']);
  assert.equal(isLocked(swapped.request, 'tilt'), false);
});

test('a lock asks for the movement and its dose, and follows the dose', () => {
  const locked = withLock(stateFor(request), draft, 'bridge', 1, true);
  assert.deepEqual([locked.request.include, locked.request.doses], [['bridge'], { bridge: 1 }]);
  const more = withDoseStep(locked, draft, 2, 3, lookup);
  assert.deepEqual(more.request.doses, { bridge: 3 });
  assert.equal(more.draft.movements[2].dose.repetitions, 8);
  const free = withLock(more, more.draft, 'bridge', 3, false);
  assert.deepEqual(free.request, request);
});

test('new answers drop another routine for the best one, and keep one made by hand', () => {
  const state = { ...stateFor({ ...request, variety: 3 }), draft };
  const next = withAnswers(state, answers, lookup);
  assert.equal('variety' in next.request, false);
  assert.equal('focus' in next.request, false);
  assert.equal(next.draft, draft);
  const anew = replanned(state, { minutes: 5 });
  assert.deepEqual([anew.draft, anew.request.minutes], [null, 5]);
});

test('a condition that the form cannot show stays until a person lets it go', () => {
  const known = { ...lookup, condition: (id) => (id === 'disc' ? { id } : undefined) };
  const state = stateFor({ ...request, conditions: ['disc', 'gout'] });
  const next = withAnswers(state, { ...answers, conditions: [] }, known);
  assert.deepEqual(next.request.conditions, ['gout']);
  assert.deepEqual(withKnownConditions(next, known).request.conditions, []);
});

test('shorter and longer go to the next usual time, and end', () => {
  assert.deepEqual([otherMinutes(10, -1), otherMinutes(10, 1)], [8, 15]);
  assert.deepEqual([otherMinutes(12, -1), otherMinutes(12, 1)], [10, 15]);
  assert.deepEqual([otherMinutes(2, -1), otherMinutes(45, 1)], [undefined, undefined]);
});

test('shorter and longer go on from the routine that is shown', () => {
  const other = (minutes, shown) => [otherTime(minutes, shown, -1), otherTime(minutes, shown, 1)];
  assert.deepEqual(other(10, { total_seconds: 598, settled: false }), [8, 15]);
  assert.deepEqual(other(45, { total_seconds: 1051, settled: false }), [15, undefined]);
  assert.deepEqual(other(30, { total_seconds: 1051, settled: false }), [15, undefined]);
  assert.deepEqual(other(10, { total_seconds: 1632, settled: true }), [20, 30]);
  assert.deepEqual(other(10, { total_seconds: 0, settled: false }), [8, 15]);
});

test('every step can be taken back and done again', () => {
  const one = change(begin('a'), 'b');
  const two = change(one, 'c');
  assert.equal(undo(two).present, 'b');
  assert.equal(redo(undo(two)).present, 'c');
  assert.equal(undo(undo(two)).present, 'a');
  assert.equal(undo(begin('a')), undefined);
  assert.equal(redo(two), undefined);
  assert.equal(redo(change(undo(two), 'd')), undefined);
  assert.equal(change(two, 'c'), two);
});

test('changes of one kind are one step, until another comes between', () => {
  const typed = change(change(begin(''), 'a', 'name'), 'ab', 'name');
  assert.equal(undo(typed).present, '');
  const later = change(settle(typed), 'abc', 'name');
  assert.equal(undo(later).present, 'ab');
  const again = change(undo(typed), 'x', 'name');
  assert.equal(undo(again).present, '');
  assert.equal(undo(change(change(typed, 'ab!'), 'ab!c', 'name')).present, 'ab!');
});

test('a hundred steps are kept', () => {
  let steps = begin(0);
  for (let step = 1; step <= 150; ++step) steps = change(steps, step);
  assert.equal(steps.past.length, 100);
  assert.deepEqual(amend(steps, 7).past, steps.past);
});
