// What is said and sounded, and when: every cue of a timeline as marks. A mark holds short sentences,
// so that a voice is never far behind.

import type { Cue, Timeline } from '../core/questions';
import { say } from '../state/words';
import { changeSteps, stepTimes } from './change-steps';
import type { Chime, Mark } from './player';

/** What is known of the movements besides the timeline. */
export interface Told {
  title(place: number): string;
  dose(place: number): string; // in words
  care(place: number): readonly string[]; // the changes to make for declared conditions
  posture(id: string): string; // inside a sentence: "lying on your back"
  inBed(place: number): boolean;
  isKeptGoing(place: number): boolean; // walking: nothing to hold
}

const SECOND = 1000;
const LONG_COUNT = 10 * SECOND; // from this length on the last five seconds are counted
const SHORT_COUNT = 5 * SECOND; // from this on the last three
const BREATH_FROM = 15 * SECOND; // the first reminder to breathe, and the distance between two
const BREATH_MARGIN = 8 * SECOND; // none so near to the end

export function scriptOf(timeline: Timeline, told: Told, countdown: boolean): Mark[] {
  return timeline.cues.flatMap((cue, index) => {
    const marks = [opening(timeline, index, told), ...during(cue, index, told, countdown)];
    return marks.sort((a, b) => a.at - b.at);
  });
}

/** The same cue once more, shorter, for when the session goes on in the middle of it. */
export function reminder(timeline: Timeline, index: number, told: Told): readonly string[] {
  const cue = timeline.cues[index];
  if (!cue || cue.kind === 'done') return [];
  const place = cue.place ?? 0;
  if (cue.kind === 'change') return [say('voice.change', told.posture(cue.to ?? ''))];
  if (cue.kind === 'ready') return [told.title(place)];
  return [told.title(place), ...words(timeline, index, told)];
}

function opening(timeline: Timeline, index: number, told: Told): Mark {
  const cue = timeline.cues[index] as Cue;
  const chime = chimeOf(timeline, index);
  const mark = {
    at: cue.start,
    cue: index,
    kind: 'cue',
    say: words(timeline, index, told),
  } as const;
  return chime ? { ...mark, chime } : mark;
}

function words(timeline: Timeline, index: number, told: Told): readonly string[] {
  const cue = timeline.cues[index] as Cue;
  const place = cue.place ?? 0;
  switch (cue.kind) {
    case 'change':
      return [say('voice.change', told.posture(cue.to ?? ''))];
    case 'ready': {
      const name = say(isFirst(timeline, place) ? 'voice.first' : 'voice.next', told.title(place));
      return [name, sentence(told.dose(place)), ...told.care(place)];
    }
    case 'move':
      return moveWords(timeline, index);
    case 'hold':
      return holdWords(timeline, index, told);
    case 'switch':
      return [say('voice.switch')];
    case 'rest':
      return [say('voice.rest')];
    case 'done':
      return [say('voice.done'), say('voice.done_stay')];
  }
}

// "Begin." for the first repetition of each set and side, then the number of the repetition.
function moveWords(timeline: Timeline, index: number): readonly string[] {
  const { repetition = 1, set = 1 } = timeline.cues[index] as Cue;
  if (repetition > 1) return [say('voice.repetition', repetition)];
  return set > 1 ? [say('voice.set', set)] : [say('voice.begin')];
}

function holdWords(timeline: Timeline, index: number, told: Told): readonly string[] {
  const cue = timeline.cues[index] as Cue;
  const isMoved = timeline.cues[index - 1]?.kind === 'move';
  if (isMoved) return [say('voice.hold')];
  const { repetition = 1 } = cue;
  if (repetition > 1) return [say('voice.repetition', repetition)];
  return [say(told.isKeptGoing(cue.place ?? 0) ? 'voice.go' : 'voice.stay')];
}

function during(cue: Cue, index: number, told: Told, countdown: boolean): Mark[] {
  switch (cue.kind) {
    case 'change':
      return stepMarks(cue, index, told);
    case 'hold':
      return [...breathMarks(cue, index), ...(countdown ? countMarks(cue, index) : [])];
    case 'rest':
      return countdown ? countMarks(cue, index) : [];
    default:
      return [];
  }
}

function stepMarks(cue: Cue, index: number, told: Told): Mark[] {
  const steps = changeSteps(cue.from ?? '', cue.to ?? '', told.inBed(cue.place ?? 0));
  const { first, each } = stepTimes(cue.length, steps.length);
  return steps.map((step, number) => ({
    at: Math.round(cue.start + first + number * each),
    cue: index,
    kind: 'step',
    say: [step],
  }));
}

function breathMarks(cue: Cue, index: number): Mark[] {
  const marks: Mark[] = [];
  const last = cue.start + cue.length - BREATH_MARGIN;
  for (let at = cue.start + BREATH_FROM; at <= last; at += BREATH_FROM) {
    const isOut = marks.length % 2 === 1;
    const text = say(isOut ? 'voice.breathe_out' : 'voice.breathe');
    marks.push({ at, cue: index, kind: 'breath', say: [text] });
  }
  return marks;
}

function countMarks(cue: Cue, index: number): Mark[] {
  if (cue.length < SHORT_COUNT) return [];
  const from = cue.length >= LONG_COUNT ? 5 : 3;
  return Array.from({ length: from }, (_, number) => ({
    at: cue.start + cue.length - (from - number) * SECOND,
    cue: index,
    kind: 'count',
    say: [String(from - number)],
    chime: 'count',
  }));
}

function chimeOf(timeline: Timeline, index: number): Chime | undefined {
  const { kind, repetition = 1 } = timeline.cues[index] as Cue;
  if (kind === 'move') return repetition === 1 ? 'begin' : undefined;
  if (kind === 'change') return 'ready';
  return kind;
}

function isFirst(timeline: Timeline, place: number): boolean {
  return place === (timeline.cues[0]?.place ?? 0);
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** "Repetition 2 of 4, second side", for the screen; empty where there is nothing to count. */
export function countsInWords(timeline: Timeline, index: number): readonly string[] {
  const cue = timeline.cues[index];
  if (!cue || (cue.kind !== 'move' && cue.kind !== 'hold')) return [];
  const same = timeline.cues.filter(({ place, kind }) => place === cue.place && kind === cue.kind);
  const most = (of: (one: Cue) => number | undefined): number =>
    Math.max(...same.map((one) => of(one) ?? 1));
  const parts: string[] = [];
  const repetitions = most(({ repetition }) => repetition);
  if (repetitions > 1) parts.push(say('counts.repetition', cue.repetition ?? 1, repetitions));
  if (cue.side !== undefined) parts.push(say(cue.side === 1 ? 'counts.side_1' : 'counts.side_2'));
  const sets = most(({ set }) => set);
  if (sets > 1) parts.push(say('counts.set', cue.set ?? 1, sets));
  return parts;
}

/** What is being done, in a word or two, for the screen. */
export function cueInWords(cue: Cue, hasPace: boolean, keptGoing: boolean): string {
  if (cue.kind === 'hold' && keptGoing) return say('cue.keep_going');
  if (cue.kind === 'hold' && !hasPace) return say('cue.stay');
  return say(`cue.${cue.kind}`);
}

/** "6:05" */
export function clockTime(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / SECOND);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
