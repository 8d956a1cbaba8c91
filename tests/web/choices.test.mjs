import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './load.mjs';

const { isAdjusted, keepKnownMovements, leaveOut, putIn, takeBack, withoutAdjustments } =
  await load('state/choices.ts');

const choices = { stage: 'sore', minutes: 10, exclude: [], include: [] };

test('a movement is never both left out and put in', () => {
  const out = leaveOut(putIn(choices, 'bridge'), 'bridge');
  assert.deepEqual([out.exclude, out.include], [['bridge'], []]);
  const back = putIn(out, 'bridge');
  assert.deepEqual([back.exclude, back.include], [[], ['bridge']]);
  assert.deepEqual(putIn(back, 'bridge').include, ['bridge']);
});

test('taking back and starting again leave the decision to the planner', () => {
  const adjusted = leaveOut(putIn(choices, 'bridge'), 'cat-camel');
  assert.equal(isAdjusted(adjusted), true);
  assert.deepEqual(takeBack(adjusted, 'bridge').include, []);
  assert.deepEqual(withoutAdjustments(adjusted), choices);
  assert.equal(isAdjusted(choices), false);
});

test('unknown movements are dropped, and leaving out wins', () => {
  const linked = { ...choices, exclude: ['bridge', 'gone'], include: ['cat-camel', 'bridge'] };
  const kept = keepKnownMovements(linked, ['bridge', 'cat-camel']);
  assert.deepEqual([kept.exclude, kept.include], [['bridge'], ['cat-camel']]);
});
