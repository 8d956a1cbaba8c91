// What the sessions so far mean for a request.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { request, session } from './kept-examples.mjs';
import { load } from './load.mjs';

const { Past } = await load('builder/past.ts');

const progress = {
  steps: { bridge: 2, tilt: 0, slide: 1 },
  changes: [],
  helped: ['bridge'],
  hurt: ['tilt'],
  recent: ['slide'],
  advice: [],
  unknown: [],
};

async function pastOf(held_steps = {}) {
  const past = new Past();
  const store = { sessions: async () => [session], settings: async () => ({ held_steps }) };
  assert.equal(await past.load(store), true);
  return past;
}

test('what could take a place is ranked by what helped, what hurt and what was done lately', async () => {
  const past = await pastOf({ slide: 0 });
  const routine = { stage: 'sore', movements: [{ id: 'bridge' }] };
  const asked = past.requestFor(routine, request, progress);
  assert.deepEqual([asked.helped, asked.hurt, asked.recent], [['bridge'], ['tilt'], ['slide']]);
  // The bridge stays as it is shown; what is new has the dose that follows from the sessions.
  assert.deepEqual(asked.doses, { tilt: 0, slide: 0 });
  const locked = past.requestFor(routine, { ...request, doses: { bridge: 3 } }, progress);
  assert.equal(locked.doses.bridge, 3);
});

test('a person who wants nothing learned asks only what they said', async () => {
  const past = await pastOf();
  assert.deepEqual(past.requestFor({ movements: [] }, request, null), request);
});

test('sessions that were deleted meanwhile are forgotten', async () => {
  const past = await pastOf();
  const empty = { sessions: async () => [], settings: async () => ({ held_steps: {} }) };
  assert.equal(await past.load(empty), true);
  assert.equal(await past.progress(undefined, 'sore'), null);
  assert.equal(await past.load(empty), false);
});
