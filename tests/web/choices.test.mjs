import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './load.mjs';

const { isAdjusted, keepKnown, keepKnownMovements, leaveOut, putIn, takeBack, withoutAdjustments } =
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

test('a movement that is no longer asked for keeps no dose', () => {
  const asked = { ...choices, include: ['bridge'], doses: { bridge: 3, 'bird-dog': 1 } };
  assert.deepEqual(takeBack(asked, 'bridge').doses, { 'bird-dog': 1 });
  assert.equal(takeBack({ ...asked, doses: { bridge: 3 } }, 'bridge').doses, undefined);
});

test('what this edition does not know is dropped, but for conditions', () => {
  const terms = (...ids) => ids.map((id) => ({ id }));
  const catalogue = {
    exercises: terms('bridge'),
    surfaces: terms('floor'),
    equipment: terms('mat'),
    targets: terms('hips'),
    postures: terms('supine'),
  };
  const request = {
    ...{ stage: 'sore', minutes: 5, surfaces: ['floor', 'moon'], equipment: ['mat', 'rope'] },
    ...{ conditions: ['gone'], include: ['bridge'], exclude: ['gone'], doses: { gone: 1 } },
    ...{ focus: ['gone'], posture: 'gone', hurt: ['gone', 'bridge'] },
  };
  assert.deepEqual(keepKnown(request, catalogue), {
    ...{ stage: 'sore', minutes: 5, surfaces: ['floor'], equipment: ['mat'] },
    ...{ conditions: ['gone'], include: ['bridge'], exclude: [], hurt: ['bridge'] },
  });
});
