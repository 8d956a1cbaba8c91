import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english } from './english.mjs';
import { load } from './load.mjs';

const { canBePutInByHand, foundIn, latestOnly, lookUp, showDraft, sortedOut, useWords } =
  await load(
    'state/left-out.ts',
    'state/movements.ts',
    'state/shown.ts',
    'state/words.ts',
    'builder/latest.ts',
  );
useWords(english, 'en-GB', { texts: [], counts: [] });

const exercise = (id, posture, conditions = {}) => ({
  ...{ id, title: `The ${id}`, url: `/${id}/`, phase: 'mobilise', posture, conditions },
  ...{ surfaces: ['floor'], tempo: 4, sides: 1, dose: {}, sources: [] },
});
const lookup = lookUp({
  postures: [
    { id: 'supine', label: '', noun: 'lying on your back', lying: true },
    { id: 'standing', label: '', noun: 'standing', lying: false },
  ],
  surfaces: [{ id: 'floor', label: '', noun: 'on the floor' }],
  conditions: [{ id: 'disc', label: 'Disc trouble' }],
  phases: [],
  exercises: [
    exercise('tilt', 'supine', { disc: { verdict: 'care', note: 'Move less.' } }),
    exercise('bridge', 'supine'),
    exercise('walk', 'standing'),
    exercise('twist', 'standing'),
    exercise('rolls', 'supine'),
  ],
});
const dose = { hold_seconds: 0, repetitions: 5, sets: 1 };
const draft = {
  stage: 'sore',
  movements: [
    { id: 'tilt', dose, note: 'Slowly' },
    { id: 'walk', dose },
    { id: 'tilt', dose },
  ],
};
const planned = {
  movements: [
    {
      id: 'tilt',
      reasons: ['Begins.', 'Warms up.'],
      because: [{ id: 'begins' }, { id: 'works-on' }],
    },
    { id: 'rolls', reasons: [], because: [] },
  ],
  left_out: [
    { id: 'walk', rule: 'value', reason: 'Not worth it.' },
    { id: 'twist', rule: 'condition', reason: 'Not with a disc.' },
    { id: 'bridge', rule: 'time', reason: 'Too long.' },
  ],
};
const broken = [
  { rule: 'repeated', place: 2, movement: 'tilt', reason: 'Twice.', because: [] },
  { rule: 'time', reason: 'Too long.', because: [] },
];
const judged = (rules) => ({
  review: {
    ...{ keeps_rules: false, score: 1, total_seconds: 90, position_changes: 2, steps: [0, 1, 2] },
    broken: rules,
  },
  timeline: {
    total_milliseconds: 90_000,
    cues: [
      { kind: 'ready', place: 0, start: 0, length: 12_000 },
      { kind: 'move', place: 0, start: 12_000, length: 20_000 },
      { kind: 'change', place: 1, start: 32_000, length: 30_000 },
      { kind: 'move', place: 2, start: 62_000, length: 28_000 },
    ],
  },
  planned,
});
const request = { stage: 'sore', conditions: ['disc'], include: ['walk'], doses: { walk: 1 } };

test('a routine made by hand is shown with its times, notes, cares and broken rules', () => {
  const shown = showDraft(draft, judged(broken), request, lookup);
  const [first, second, third] = shown.movements;
  assert.deepEqual([first.key, second.key, third.key], ['tilt/0', 'walk/0', 'tilt/1']);
  assert.equal(first.position, 'Start: lying on your back, on the floor.');
  assert.deepEqual([first.time, second.time], ['32 seconds', '30 seconds']);
  assert.deepEqual([first.note, first.care], ['Slowly', ['Disc trouble: Move less.']]);
  assert.deepEqual([first.reasons, second.reasons], [['Warms up.'], ['Chosen by hand.']]);
  assert.deepEqual([first.locked, second.locked], [false, true]);
  assert.deepEqual([first.broken.length, third.broken[0].reason], [0, 'Twice.']);
  assert.deepEqual(
    shown.broken.map(({ rule }) => rule),
    ['time'],
  );
  assert.equal(shown.unsafe, false);
});

test('a rule of safety makes the whole routine unsafe', () => {
  for (const rule of ['condition', 'not-offered', 'stage']) {
    const unsafe = judged([{ rule, place: 1, movement: 'walk', reason: '', because: [] }]);
    assert.equal(showDraft(draft, unsafe, request, lookup).unsafe, true, rule);
    assert.equal(canBePutInByHand(rule), false, rule);
  }
  for (const rule of ['surface', 'equipment', 'order', 'time', 'value', 'free'])
    assert.equal(canBePutInByHand(rule), true, rule);
});

test('what is out of a routine made by hand keeps only reasons that still hold', () => {
  assert.deepEqual(
    sortedOut(draft, planned, lookup).map(({ id, rule }) => [id, rule]),
    [
      ['bridge', 'free'],
      ['twist', 'condition'],
      ['rolls', 'free'],
    ],
  );
});

test('every word is looked for in names and reasons', () => {
  const out = sortedOut(draft, planned, lookup);
  const found = (words) => foundIn(out, words, lookup).map(({ id }) => id);
  assert.deepEqual(found(' THE disc '), ['twist']);
  assert.deepEqual(found('bridge'), ['bridge']);
  assert.equal(found('').length, 3);
});

test('work that is asked for meanwhile is done once more, and the last request wins', async () => {
  const done = [];
  let wanted = 0;
  const ask = latestOnly(async (isLatest) => {
    const number = wanted;
    await Promise.resolve();
    if (isLatest()) done.push(number);
  });
  for (wanted of [1, 2, 3]) ask();
  await new Promise((go) => setTimeout(go));
  assert.deepEqual(done, [3]);
});
