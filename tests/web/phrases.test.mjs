import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english } from './english.mjs';
import { load } from './load.mjs';

const { doseInWords, durationInWords, summaryInWords, useWords } = await load(
  'state/phrases.ts',
  'state/words.ts',
);
useWords(english, 'en-GB', { texts: [], counts: [] });

const stretch = { phase: 'stretch', tempo: 4 };
const dose = (hold_seconds, repetitions, sides = 1, sets = 1) => ({
  hold_seconds,
  repetitions,
  sides,
  sets,
});

test('durations are said as minutes and seconds', () => {
  assert.equal(durationInWords(0), '0 seconds');
  assert.equal(durationInWords(1), '1 second');
  assert.equal(durationInWords(60), '1 minute');
  assert.equal(durationInWords(580), '9 minutes 40 seconds');
});

test('doses are said as a person would say them', () => {
  assert.equal(doseInWords(dose(10, 3, 2), stretch), 'Hold 10 seconds, 3 times, each side');
  assert.equal(doseInWords(dose(120, 1), stretch), 'Hold for 2 minutes');
  assert.equal(doseInWords(dose(30, 1, 2), stretch), 'Hold for 30 seconds, each side');
  assert.equal(doseInWords(dose(0, 8), stretch), '8 times, slowly');
  assert.equal(doseInWords(dose(0, 1), stretch), 'Once, slowly');
  assert.equal(
    doseInWords(dose(5, 8, 1, 2), stretch),
    'Hold 5 seconds, 8 times, in 2 sets with a rest between',
  );
});

test('walking is done for a time, not held', () => {
  assert.equal(doseInWords(dose(60, 1), { phase: 'upright', tempo: 0 }), 'For 1 minute');
  assert.equal(doseInWords(dose(60, 1), { phase: 'rest', tempo: 0 }), 'For 1 minute');
});

test('the summary counts time, movements and changes of position', () => {
  const routine = { total_seconds: 580, movements: [1, 2, 3, 4, 5], position_changes: 1 };
  assert.equal(summaryInWords(routine), '9 minutes 40 seconds, 5 movements, 1 change of position');
  assert.equal(
    summaryInWords({ total_seconds: 60, movements: [1], position_changes: 0 }),
    '1 minute, 1 movement, no change of position',
  );
});
