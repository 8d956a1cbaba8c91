import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { load } from './load.mjs';
import { sessionWords, timelineOf } from './session-fixtures.mjs';

const {
  changeSteps,
  drawingsOfChange,
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
  changes: [],
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

const drawn = (id, shows, in_bed = false) => ({
  ...{ id, shows, in_bed },
  animated: `${id}.svg`,
  description: '',
  milliseconds: 10_001,
});
const changed = (from, to, passed, changes, more) => {
  const shown = figureAt(
    { kind: 'change', start: 0, length: 34_000, from, to },
    passed,
    scene({ changes, ...more }),
  );
  return [shown.address, shown.milliseconds];
};

test('a change of position goes through the pictures of its steps, as they are said', () => {
  const changes = [
    drawn('roll', ['supine-to-side-lying']),
    drawn('sit', ['side-lying-to-floor-sitting']),
  ];
  const up = (passed) => changed('supine', 'floor-sitting', passed, changes);
  // Four sentences, after four seconds in which the new position is named.
  assert.deepEqual(up(0), ['roll.svg', 0]);
  assert.deepEqual(up(4000), ['roll.svg', 0]);
  assert.deepEqual(up(11_500), ['roll.svg', 2500]);
  assert.deepEqual(up(19_001), ['sit.svg', 0]);
  assert.deepEqual(up(34_000), ['sit.svg', 5000]);
});

test('a step that is drawn one way only is played backwards on the way back', () => {
  const changes = [
    drawn('roll', ['supine-to-side-lying']),
    drawn('sit', ['side-lying-to-floor-sitting']),
  ];
  const down = (passed) => changed('floor-sitting', 'supine', passed, changes);
  assert.deepEqual(down(0), ['sit.svg', 5000]);
  assert.deepEqual(down(34_000), ['roll.svg', 10_000]);
});

test('several pictures of one step follow each other', () => {
  const changes = [
    drawn('kneel', ['all-fours-to-standing', 'all-fours-to-kneeling']),
    drawn('stand', ['all-fours-to-standing']),
  ];
  const at = (from, to, passed) => changed(from, to, passed, changes);
  assert.deepEqual(at('all-fours', 'standing', 4000), ['kneel.svg', 0]);
  assert.deepEqual(at('all-fours', 'standing', 34_000), ['stand.svg', 5000]);
  assert.deepEqual(at('standing', 'all-fours', 4000), ['stand.svg', 5000]);
  assert.deepEqual(at('standing', 'all-fours', 34_000), ['kneel.svg', 10_000]);
});

test('in bed a change of position is drawn in bed, and what is not drawn is the movement', () => {
  const changes = [
    drawn('floor', ['supine-to-side-lying']),
    drawn('bed', ['supine-to-side-lying'], true),
    drawn('edge', ['side-lying-to-bed-edge'], true),
  ];
  const picture = (to, passed, inBed) => changed('supine', to, passed, changes, { inBed })[0];
  assert.equal(picture('side-lying', 0, false), 'floor.svg');
  assert.equal(picture('side-lying', 0, true), 'bed.svg');
  assert.equal(picture('standing', 15_000, true), 'edge.svg');
  assert.equal(picture('standing', 34_000, true), 'a.svg');
});

test('an edition may draw a change of position as a whole, and between positions of its own', () => {
  const changes = [drawn('up', ['supine-to-standing']), drawn('jump', ['standing-to-hanging'])];
  assert.deepEqual(changed('supine', 'standing', 19_000, changes), ['up.svg', 2500]);
  assert.deepEqual(changed('hanging', 'standing', 34_000, changes), ['jump.svg', 10_000]);
});

test('with less motion a change of position is shown by its beginning, middle and end', () => {
  const changes = [drawn('roll', ['supine-to-side-lying'])];
  const moments = [0, 15_000, 25_000, 34_000].map(
    (passed) => changed('supine', 'side-lying', passed, changes, { still: true })[1],
  );
  assert.deepEqual(moments, [0, 2500, 5000, 5000]);
});

test('what a change of position is shown by can be fetched before', () => {
  const changes = [
    drawn('roll', ['supine-to-side-lying']),
    drawn('sit', ['side-lying-to-floor-sitting']),
  ];
  assert.deepEqual(
    drawingsOfChange({ kind: 'change', from: 'supine', to: 'floor-sitting' }, scene({ changes })),
    ['roll.svg', 'sit.svg'],
  );
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
