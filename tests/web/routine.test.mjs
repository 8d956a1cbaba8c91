import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english } from './english.mjs';
import { load } from './load.mjs';

const { canBePutIn, describeMovements, groupByRule, lookUp, useWords } = await load(
  'state/left-out.ts',
  'state/movements.ts',
  'state/words.ts',
);
useWords(english, 'en-GB', { texts: [], counts: [] });

const catalogue = {
  version: 1,
  postures: [
    { id: 'supine', label: 'Lying on your back', noun: 'lying on your back', lying: true },
    { id: 'standing', label: 'Standing', noun: 'standing', lying: false },
  ],
  surfaces: [
    { id: 'floor', label: 'On the floor', noun: 'on the floor' },
    { id: 'standing', label: 'Standing', noun: 'standing' },
  ],
  exercises: [
    { id: 'rest', title: 'Rest', url: '/exercises/rest/', phase: 'rest', tempo: 0 },
    { id: 'walk', title: 'Walk', url: '/exercises/walk/', phase: 'upright', tempo: 0 },
  ],
};

const planned = (id, posture, surface) => ({
  id,
  phase: id === 'walk' ? 'upright' : 'rest',
  posture,
  surface,
  dose: { hold_seconds: 60, repetitions: 1, sets: 1, sides: 1 },
  seconds: 75,
  reasons: [],
  care: [],
});

test('only changes of position are said, and where for lying', () => {
  const movements = [
    planned('rest', 'supine', 'floor'),
    planned('rest', 'supine', 'floor'),
    planned('walk', 'standing', 'standing'),
  ];
  const views = describeMovements({ movements }, lookUp(catalogue));
  assert.deepEqual(
    views.map(({ position, dose }) => [position, dose]),
    [
      ['Start: lying on your back, on the floor.', 'For 1 minute'],
      ['', 'For 1 minute'],
      ['Now change position: standing.', 'For 1 minute'],
    ],
  );
});

test('what is out is grouped by rule, safety first, and nothing is lost', () => {
  const groups = groupByRule([
    { id: 'a', rule: 'value', reason: '' },
    { id: 'b', rule: 'a-rule-of-tomorrow', reason: '' },
    { id: 'c', rule: 'condition', reason: '' },
    { id: 'd', rule: 'value', reason: '' },
  ]);
  assert.deepEqual(
    groups.map(({ heading, movements }) => [heading, movements.map(({ id }) => id)]),
    [
      ['Your conditions rule these out', ['c']],
      ['Other movements do more for you in this time', ['a', 'd']],
      ['Other reasons', ['b']],
    ],
  );
});

test('nothing can be put in against a condition, a stage or what is never offered', () => {
  for (const rule of ['condition', 'stage', 'not-offered', 'surface', 'equipment', 'order'])
    assert.equal(canBePutIn(rule), false, rule);
  for (const rule of ['value', 'excluded', 'time', 'position', 'direction', 'part', 'rest'])
    assert.equal(canBePutIn(rule), true, rule);
});
