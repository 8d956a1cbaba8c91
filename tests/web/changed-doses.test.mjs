// What is said of doses in a link from another edition.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english } from './english.mjs';
import { load } from './load.mjs';

const { changedDoses, useWords } = await load('state/changed-doses.ts', 'state/words.ts');
useWords(english, 'en-GB', { texts: [], counts: [] });

const exercises = {
  bridge: {
    ...{ tempo: 4, sides: 1 },
    dose: { sore: { hold: [3, 6], repetitions: [5, 8], sets: [1, 1] } },
  },
  walk: { tempo: 0, sides: 1, dose: {} },
};
const lookup = { exercise: (id) => exercises[id] };
const movement = (id, step, hold_seconds, repetitions) => ({
  ...{ id, title: `The ${id}`, step },
  givenDose: { hold_seconds, repetitions, sets: 1, sides: 1 },
});
const changedIn = (...movements) => changedDoses({ movements, text: { stage: 'sore' } }, lookup);

test('each dose that is none of ours is named, with what it was and the nearest of ours', () => {
  const changed = changedIn(
    movement('bridge', 1, 4, 6),
    movement('bridge', 3, 10, 12),
    movement('walk', 0, 60, 1),
    movement('bridge', 1, 4, 7),
  );
  assert.deepEqual(changed, [
    { title: 'The bridge', given: 'Hold 10 seconds, 12 times', here: 'Hold 6 seconds, 8 times' },
    { title: 'The bridge', given: 'Hold 4 seconds, 7 times', here: 'Hold 4 seconds, 6 times' },
  ]);
});

test('where all are ours nothing is said', () => {
  assert.deepEqual(changedIn(movement('bridge', 0, 3, 5), movement('gone', 0, 3, 5)), []);
});
