// What the builder asks its core, and what it does not ask twice.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { request } from './kept-examples.mjs';
import { load } from './load.mjs';

const { rememberingPlan } = await load('builder/ask.ts');

/** Answers with the number of questions so far; those in `failing` fail. */
function countingCore(failing = []) {
  const asked = [];
  return {
    asked,
    ask: async (name, question) => {
      asked.push([name, question]);
      if (failing.includes(asked.length)) throw new Error('gone');
      return { number: asked.length };
    },
  };
}

test('the same routine is not planned again, however its request was put together', async () => {
  const counting = countingCore();
  const core = rememberingPlan(counting);
  const first = await core.ask('plan', { ...request, variety: 1, focus: ['glutes'] });
  const again = await core.ask('plan', { focus: ['glutes'], variety: 1, ...request });
  assert.equal(again, first);
  assert.equal(counting.asked.length, 1);
});

test('another request is planned, and so is one before the last', async () => {
  const counting = countingCore();
  const core = rememberingPlan(counting);
  for (const minutes of [8, 9, 8]) await core.ask('plan', { ...request, minutes });
  assert.deepEqual(
    counting.asked.map(([, { minutes }]) => minutes),
    [8, 9, 8],
  );
});

test('a routine whose planning failed is asked for again', async () => {
  const core = rememberingPlan(countingCore([1]));
  await assert.rejects(core.ask('plan', request), /gone/);
  assert.deepEqual(await core.ask('plan', request), { number: 2 });
});

test('all other questions go to the core each time', async () => {
  const counting = countingCore();
  const core = rememberingPlan(counting);
  const routine = { stage: 'sore', movements: [] };
  for (const name of ['code', 'code', 'timeline']) await core.ask(name, routine);
  assert.deepEqual(counting.asked, [
    ['code', routine],
    ['code', routine],
    ['timeline', routine],
  ]);
});
