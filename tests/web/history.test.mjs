import assert from 'node:assert/strict';
import { test } from 'node:test';
import { request, session } from './kept-examples.mjs';
import { load } from './load.mjs';

const { historyOf, withProgress, stepOf, mayBeHeld } = await load('keep/history.ts');

const unasked = { ...session, pain_before: undefined, pain_after: undefined, movements: [] };

function history(...sessions) {
  return historyOf(sessions, '2026-11-22', 'sore').sessions;
}

test('a session becomes what the core asks for, and no more', () => {
  assert.deepEqual(historyOf([{ ...session, pain_next_morning: 2 }], '2026-11-22', 'sore'), {
    today: '2026-11-22',
    stage: 'sore',
    sessions: [
      {
        date: '2026-11-20',
        stage: 'sore',
        pain_before: 4,
        pain_after: 3,
        pain_next_morning: 2,
        leg_symptoms: false,
        movements: [{ id: 'bridge', step: 1, felt: 'helped' }],
      },
    ],
  });
});

test('what was felt when it hurt is not for the core', () => {
  const movements = [{ id: 'bridge', step: 1, felt: 'hurt', hurts: 'much' }];
  const [asked] = history({ ...session, movements, sign: 'dizzy' });
  assert.deepEqual(asked.movements, [{ id: 'bridge', step: 1, felt: 'hurt' }]);
  assert.equal('sign' in asked, false);
});

test('a session that a warning sign ended is told as one, with or without pain', () => {
  const ended = { ...session, ending: 'symptoms', sign: 'chest' };
  const painless = { ...ended, pain_before: undefined, pain_after: undefined };
  for (const [kept, warned] of [
    [session, undefined],
    [ended, true],
    [painless, true],
  ])
    assert.equal(history(kept)[0].warned, warned);
});

test('of one pain without the other nothing is taken to have changed', () => {
  const [before] = history({ ...session, pain_after: undefined });
  assert.deepEqual([before.pain_before, before.pain_after], [4, 4]);
  const [after] = history({ ...session, pain_before: undefined });
  assert.deepEqual([after.pain_before, after.pain_after], [3, 3]);
});

test('without any pain only warnings count', () => {
  assert.deepEqual(history(unasked), []);
  assert.equal(history({ ...unasked, leg_symptoms: true }).length, 1);
  assert.equal(history({ ...unasked, pain_next_morning: 4 }).length, 1);
  assert.equal(history({ ...unasked, pain_next_morning: 3 }).length, 0);
  const hurt = { ...unasked, movements: [{ id: 'bridge', step: 1, felt: 'hurt' }] };
  assert.equal(history(hurt).length, 1);
});

test('days that have not come are passed over, and the latest 1000 sessions count', () => {
  assert.deepEqual(history({ ...session, date: '2026-11-23' }), []);
  const many = Array.from({ length: 1001 }, () => session);
  const sessions = history(...many, { ...session, date: '2026-11-22' });
  assert.equal(sessions.length, 1000);
  assert.equal(sessions[0].date, '2026-11-22');
});

const progress = {
  steps: { bridge: 2, 'bird-dog': 0, 'knee-rolls': 1 },
  changes: [
    { movement: 'bridge', from: 1, to: 2, days: 8, rule: 'up', source: [], text: '' },
    { movement: 'bird-dog', from: 1, to: 0, days: 20, rule: 'pause', source: [], text: '' },
    { movement: 'knee-rolls', from: 2, to: 1, days: 0, rule: 'high-pain', source: [], text: '' },
  ],
  helped: ['bridge'],
  hurt: ['knee-rolls'],
  recent: ['bridge'],
  advice: [],
  unknown: [],
};

test('what was learned goes into the request; what was asked for stays', () => {
  const asked = { ...request, exclude: ['bird-dog'], doses: { 'knee-rolls': 0 } };
  assert.deepEqual(withProgress(asked, progress, { held_steps: {} }), {
    ...asked,
    helped: ['bridge'],
    hurt: ['knee-rolls'],
    recent: ['bridge'],
    doses: { bridge: 2, 'knee-rolls': 0 },
  });
});

test('a step that a person keeps does not rise, and still falls', () => {
  const held = { held_steps: { bridge: 1, 'bird-dog': 1, 'knee-rolls': 2 } };
  assert.equal(stepOf('bridge', progress, held), 1);
  assert.equal(stepOf('bridge', { ...progress, steps: { bridge: 0 }, changes: [] }, held), 0);
  assert.equal(stepOf('bird-dog', progress, held), 0);
  assert.equal(stepOf('knee-rolls', progress, held), 1);
  assert.equal(stepOf('side-plank', progress, held), 0);
});

test('only a rise can be refused', () => {
  assert.deepEqual(
    ['up', 'pause', 'high-pain', 'leg-symptoms', 'hurt', 'other-stage'].filter(mayBeHeld),
    ['up'],
  );
});
