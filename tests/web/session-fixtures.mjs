// A small edition, a core that knows it, and devices that note what is asked of them.

import { readFileSync } from 'node:fs';
import { load } from './load.mjs';
import { readWords } from './words-file.mjs';

const { DEFAULT_SETTINGS } = await load('keep/records.ts');

const file = new URL('../../site/words/en-GB.yaml', import.meta.url);

/** The words of the session's page, as it holds them. */
export function sessionWords() {
  const words = {};
  for (const [key, text] of Object.entries(readWords(readFileSync(file, 'utf8')))) {
    for (const prefix of ['app.', 'session.script.'])
      if (key.startsWith(prefix)) words[key.slice(prefix.length)] = text;
  }
  return words;
}

const exercise = (id, title, posture, more = {}) => ({
  id,
  title,
  posture,
  url: `/exercises/${id}/`,
  phase: 'mobilise',
  tempo: 4,
  sides: 1,
  surfaces: ['bed', 'floor'],
  conditions: {},
  ...more,
});

export const catalogue = {
  version: 1,
  postures: [
    { id: 'supine', label: 'Lying on your back', noun: 'lying on your back', lying: true },
    { id: 'standing', label: 'Standing', noun: 'standing', lying: false },
    { id: 'hanging', label: 'Hanging', noun: 'hanging from a bar', lying: false },
  ],
  surfaces: [
    { id: 'bed', label: 'In bed', noun: 'in bed' },
    { id: 'floor', label: 'On the floor', noun: 'on the floor' },
  ],
  equipment: [],
  targets: [],
  stages: [{ id: 'spasm' }, { id: 'sore' }],
  conditions: [{ id: 'dizziness', label: 'Dizziness' }],
  exercises: [
    exercise('rest', 'Rest', 'supine', { phase: 'rest', tempo: 0 }),
    exercise('slide', 'Heel slides', 'supine', { sides: 2 }),
    exercise('tilt', 'Pelvic tilt', 'supine'),
    exercise('walk', 'Walking', 'standing', {
      ...{ phase: 'upright', tempo: 0 },
      conditions: { dizziness: { verdict: 'care', note: 'Hold on to something.' } },
    }),
  ],
  changes: [],
};

const DOSES = {
  rest: { hold_seconds: 30, repetitions: 1, sets: 1, sides: 1 },
  slide: { hold_seconds: 6, repetitions: 2, sets: 1, sides: 2 },
  tilt: { hold_seconds: 0, repetitions: 3, sets: 2, sides: 1 },
  walk: { hold_seconds: 40, repetitions: 1, sets: 1, sides: 1 },
};

const CHANGE = 45_000;
const READY = 10_000;
const SWITCH = 5_000;
const REST = 15_000;

/** As docs/questions.md says: each cue begins where the one before it ends. */
export function timelineOf({ posture, movements }) {
  const cues = [];
  let start = 0;
  let here = posture;
  const add = (kind, length, movement, place, more = {}) => {
    if (length === 0 && kind !== 'done') return;
    cues.push({ kind, ...(movement ? { movement, place } : {}), start, length, ...more });
    start += length;
  };
  movements.forEach(({ id, dose = DOSES[id] }, place) => {
    const { posture: there, tempo } = catalogue.exercises.find((one) => one.id === id);
    if (here !== undefined && here !== there)
      add('change', CHANGE, id, place, {
        from: here,
        to: there,
        instruction: `${here}-to-${there}`,
      });
    here = there;
    add('ready', READY, id, place);
    for (let set = 1; set <= dose.sets; ++set) {
      if (set > 1) add('rest', REST, id, place, { set });
      for (let side = 1; side <= dose.sides; ++side) {
        const which = dose.sides > 1 ? { side } : {};
        if (side > 1) add('switch', SWITCH, id, place, { set, side });
        for (let repetition = 1; repetition <= dose.repetitions; ++repetition) {
          add('move', tempo * 1000, id, place, { set, ...which, repetition });
          add('hold', dose.hold_seconds * 1000, id, place, { set, ...which, repetition });
        }
      }
    }
  });
  add('done', 0);
  return { total_milliseconds: start, cues };
}

const planned = (id, change = {}) => ({
  id,
  surface: 'floor',
  step: 1,
  dose: { ...DOSES[id], ...change },
  posture: catalogue.exercises.find((one) => one.id === id).posture,
  care: [],
});

/** Plans the same routine for everyone; `asked` notes the questions. */
export function fakeCore(movements = ['rest', 'slide', 'tilt', 'rest']) {
  const asked = [];
  const answers = {
    plan: ({ stage }) => ({
      stage,
      status: 'optimal',
      movements: movements.map((id) => planned(id)),
    }),
    timeline: timelineOf,
    review: ({ routine }) => ({ steps: routine.movements.map(() => 2), broken: [] }),
    'read-code': () => ({
      stage: 'sore',
      movements: [{ id: 'walk', step: 1 }],
      same_catalogue: true,
    }),
    replan({ why, routine, place }) {
      const left = routine.movements.slice(place).map(({ id }) => id);
      const rest = { stop: ['rest'], swap: ['tilt', 'rest'], ease: left }[why];
      const easier = why === 'ease' ? { repetitions: 1 } : {};
      return {
        stage: routine.stage,
        status: 'optimal',
        movements: rest.map((id) => planned(id, easier)),
      };
    },
  };
  return {
    asked,
    answers,
    async ask(name, question) {
      asked.push({ name, question });
      return answers[name](question);
    },
  };
}

/** Time that passes only when it is told to. */
export function fakeClock() {
  let now = 1000;
  let wall = Date.UTC(2026, 10, 22, 9);
  let timers = [];
  let hidden = false;
  let seen = () => undefined;
  const clock = {
    moment: () => ({ now, wall }),
    date: () => new Date(wall),
    after(milliseconds, callback) {
      const timer = { at: now + milliseconds, callback };
      timers.push(timer);
      return () => (timers = timers.filter((other) => other !== timer));
    },
    isHidden: () => hidden,
    onVisibility: (callback) => (seen = callback),
  };
  return {
    clock,
    now: () => now,
    /** Timers come when they are due, one after the other, a little late. */
    async pass(milliseconds, { late = 3 } = {}) {
      const until = now + milliseconds;
      for (;;) {
        const [next] = timers.filter(({ at }) => at + late <= until).sort((a, b) => a.at - b.at);
        if (!next) break;
        timers = timers.filter((other) => other !== next);
        const step = Math.max(0, next.at + late - now);
        now += step;
        wall += step;
        next.callback();
        await settled();
      }
      wall += until - now;
      now = until;
    },
    /** Nothing runs meanwhile; the even clock may stand still. */
    async sleep(milliseconds, even = milliseconds) {
      now += even;
      wall += milliseconds;
      const due = timers.filter(({ at }) => at <= now);
      timers = timers.filter(({ at }) => at > now);
      for (const { callback } of due) callback();
      await settled();
    },
    async setHidden(value) {
      hidden = value;
      seen(value);
      await settled();
    },
  };
}

/** All that was promised and is ready. */
export async function settled() {
  for (let turn = 0; turn < 20; ++turn) await Promise.resolve();
}

export function fakeDevices(clock, log) {
  let told = () => undefined;
  let buttons = {};
  const note = (what, ...details) => log.push([what, ...details]);
  return {
    buttons: () => buttons,
    loseScreen: () => told(false),
    clock,
    speech: {
      possible: true,
      unlock: (text) => note('unlock', text),
      say: (sentences, manner, cutsOff) => note('say', sentences.join(' '), cutsOff),
      quiet: () => note('quiet'),
      voices: () => [{ name: 'Ann', language: 'en-GB', local: true }],
      onVoices: () => undefined,
    },
    chimes: {
      possible: true,
      unlock: () => note('unlock chimes'),
      play: (chime) => note('chime', chime),
    },
    vibration: { possible: true, pulse: (chime) => note('pulse', chime) },
    wakeLock: {
      possible: true,
      hold: () => note('screen stays on'),
      release: () => note('screen may go dark'),
      onChange: (callback) => (told = callback),
    },
    media: {
      unlock: () => note('media', 'unlock'),
      listen: (given) => (buttons = given),
      show: (title, isPlaying) => note('media', title, isPlaying),
      forget: () => note('media', null),
    },
  };
}

/** What a session needs of a store; `breaks` makes every call fail. */
export function fakeStore({ running, settings = {}, breaks = false } = {}) {
  const kept = { sessions: new Map(), running, settings };
  const or = async (value) => {
    if (breaks) throw new Error('no storage');
    return value;
  };
  const store = {
    kept,
    plan: () => or(undefined),
    plans: () => or([]),
    sessions: () => or([...kept.sessions.values()]),
    settings: () => or({ ...DEFAULT_SETTINGS, ...kept.settings }),
    changeSettings: (change) =>
      or((kept.settings = change({ ...DEFAULT_SETTINGS, ...kept.settings })) && 'written'),
    running: () => or(kept.running),
    saveRunning(next) {
      if (!breaks) kept.running = next;
      return or('written');
    },
    saveSession(session) {
      if (!breaks) kept.sessions.set(session.id, session);
      return or('written');
    },
  };
  return store;
}
