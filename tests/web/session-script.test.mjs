import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { load } from './load.mjs';
import { sessionWords, timelineOf } from './session-fixtures.mjs';

const {
  changeSteps,
  figureAt,
  ranked,
  scriptOf,
  useWords,
  wayBetween,
  SESSION_COUNTS,
  SESSION_TEXTS,
} = await load(
  'session/script.ts',
  'session/change-steps.ts',
  'session/figure-time.ts',
  'session/devices/speech.ts',
  'session/words.ts',
  'state/words.ts',
);
useWords(sessionWords(), 'en-GB', { texts: SESSION_TEXTS, counts: SESSION_COUNTS });

const POSTURES = [
  'supine',
  'side-lying',
  'prone',
  'all-fours',
  'kneeling',
  'floor-sitting',
  'chair-sitting',
  'standing',
];
const pairs = POSTURES.flatMap((from) =>
  POSTURES.filter((to) => to !== from).map((to) => [from, to]),
);

const told = {
  title: (place) => `Movement ${place}`,
  dose: () => 'Hold 6 seconds, 2 times',
  care: (place) => (place === 1 ? ['Keep it small.'] : []),
  posture: (id) => ({ supine: 'lying on your back', standing: 'standing' })[id] ?? id,
  inBed: () => false,
  isKeptGoing: () => false,
};

const said = (movements, posture, countdown = true) =>
  scriptOf(timelineOf({ movements: movements.map((id) => ({ id })), posture }), told, countdown);

test('what is said follows the timeline, cue by cue', () => {
  const marks = said(['rest', 'slide'], 'supine');
  const cues = marks.filter(({ kind }) => kind === 'cue').map((mark) => mark.say.join(' '));
  assert.deepEqual(cues, [
    'First: Movement 0. Hold 6 seconds, 2 times.',
    'Now stay like this.',
    'Next: Movement 1. Hold 6 seconds, 2 times. Keep it small.',
    'Begin, slowly.',
    'Hold.',
    '2.',
    'Hold.',
    'Let go. Now the other side.',
    'Begin, slowly.',
    'Hold.',
    '2.',
    'Hold.',
    'That is all. Well done. Stay as you are for a moment.',
  ]);
  assert.deepEqual(
    marks.map(({ at }) => at),
    marks.map(({ at }) => at).sort((a, b) => a - b),
  );
});

test('the last five seconds of a long hold are counted, the last three of a short one', () => {
  const counts = (id) =>
    said([id])
      .filter(({ kind, cue }) => kind === 'count' && cue <= 2)
      .map(({ at, say }) => [at, say[0]]);
  assert.deepEqual(counts('rest'), [
    [35_000, '5'],
    [36_000, '4'],
    [37_000, '3'],
    [38_000, '2'],
    [39_000, '1'],
  ]);
  assert.deepEqual(
    counts('slide').map(([, number]) => number),
    ['3', '2', '1'],
  );
  assert.ok(said(['rest'], undefined, false).every(({ kind }) => kind !== 'count'));
});

test('a long hold reminds to breathe now and then, and not while it counts', () => {
  const breaths = said(['walk']).filter(({ kind }) => kind === 'breath');
  assert.deepEqual(
    breaths.map(({ at, say }) => [at, say[0]]),
    [
      [25_000, 'Breathe in gently.'],
      [40_000, 'And breathe out slowly.'],
    ],
  );
});

test('a change of position is said step by step, spread over its time', () => {
  const marks = said(['walk'], 'supine').filter(({ cue }) => cue === 0);
  assert.equal(marks[0].say[0], 'Change position: standing.');
  const steps = marks.filter(({ kind }) => kind === 'step');
  assert.equal(steps[0].say[0], 'Bend your knees, one at a time.');
  assert.ok(steps[0].at > marks[0].at);
  assert.ok(steps.at(-1).at < 45_000);
});

test('a position of an edition without steps is still named', () => {
  assert.deepEqual(changeSteps('supine', 'hanging', false), []);
});

for (const inBed of [false, true]) {
  test(`every change between two positions has its steps ${inBed ? 'in bed' : 'on the floor'}`, () => {
    for (const [from, to] of pairs)
      assert.ok(changeSteps(from, to, inBed).length > 0, `${from} to ${to}`);
  });
}

test('nobody sits straight up from the back: the way is over the side', () => {
  for (const inBed of [false, true])
    for (const [from, to] of pairs) {
      const way = wayBetween(from, to, inBed);
      for (const [index, place] of way.entries())
        if (place === 'supine' && index + 1 < way.length)
          assert.equal(way[index + 1], 'side-lying', `${from} to ${to}`);
        else if (place === 'supine' && index > 0) assert.equal(way[index - 1], 'side-lying');
    }
});

test('the steps can be said in the time that a change takes', () => {
  const planner = readFileSync(new URL('../../content/planner.yaml', import.meta.url), 'utf8');
  const line = /\{ from: ([\w-]+), to: ([\w-]+), seconds: (\d+)/g;
  const seconds = new Map();
  for (const [, from, to, time] of planner.matchAll(line)) {
    seconds.set(`${from} ${to}`, Number(time));
    seconds.set(`${to} ${from}`, Number(time));
  }
  for (const [from, to] of pairs) {
    const words = changeSteps(from, to, false).join(' ').split(' ').length;
    const time = seconds.get(`${from} ${to}`);
    assert.ok(words / time <= 3, `${from} to ${to}: ${words} words in ${time} s`);
  }
});

const figure = {
  animated: 'a.svg',
  other_side: 'b.svg',
  description: '',
  milliseconds: 6000,
  held_from: 2800,
  held_until: 4200,
};
const scene = (more = {}) => ({
  exercise: { tempo: 4, figure },
  changes: [
    {
      id: 'roll',
      shows: ['supine-to-prone'],
      animated: 'roll.svg',
      description: '',
      milliseconds: 10_001,
    },
  ],
  holds: true,
  still: false,
  inBed: false,
  ...more,
});
const cue = (kind, more = {}) => ({ kind, start: 0, length: 4000, repetition: 1, ...more });

test('the figure moves to the held pose, stays there, and comes back for the next repetition', () => {
  const moment = (one, passed, more) => figureAt(one, passed, scene(more)).milliseconds;
  assert.equal(moment(cue('move'), 0), 0);
  assert.equal(moment(cue('move'), 2000), 1400);
  assert.equal(moment(cue('move'), 4000), 2800);
  assert.equal(moment(cue('hold'), 1500), 2800);
  assert.equal(moment(cue('move', { repetition: 2 }), 0), 4200);
  assert.equal(moment(cue('move', { repetition: 2 }), 4000), 2800);
  assert.equal(moment(cue('move'), 2000, { holds: false }), 3000);
});

test('the second side is the other picture, and less motion means poses instead of movement', () => {
  assert.equal(figureAt(cue('move', { side: 1 }), 0, scene()).address, 'a.svg');
  assert.equal(figureAt(cue('move', { side: 2 }), 0, scene()).address, 'b.svg');
  const poses = [0, 1000, 3000].map(
    (passed) => figureAt(cue('move'), passed, scene({ still: true, holds: false })).milliseconds,
  );
  assert.deepEqual(poses, [0, 0, 2800]);
});

test('a change of position has its own picture, backwards too, but not in bed', () => {
  const change = (from, to) => cue('change', { from, to });
  const there = figureAt(change('supine', 'prone'), 4000, scene());
  assert.deepEqual([there.address, there.milliseconds], ['roll.svg', 5000]);
  assert.equal(figureAt(change('prone', 'supine'), 0, scene()).milliseconds, 5000);
  assert.equal(figureAt(change('supine', 'prone'), 0, scene({ inBed: true })).address, 'a.svg');
});

test('voices of the device and of the region come first, other languages never', () => {
  const voice = (name, lang, localService, isDefault = false) => ({
    name,
    lang,
    localService,
    default: isDefault,
  });
  const voices = [
    voice('server', 'en-GB', false, true),
    voice('german', 'de-DE', true),
    voice('american', 'en_US', true),
    voice('british', 'en-GB', true),
  ];
  assert.deepEqual(
    ranked(voices, 'en-GB').map(({ name }) => name),
    ['british', 'american', 'server'],
  );
});
