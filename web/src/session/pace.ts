// A timeline at a person's own pace. The dose stays what it is: holds, repetitions, sets and rests
// are never touched. Only the time to get ready grows, and the time to move becomes longer or
// shorter, by at most a quarter.

import type { Cue, Timeline } from '../core/questions';

export interface Pace {
  readonly get_ready: number; // seconds more before each movement, 0 to 30
  readonly tempo: number; // 1: as planned; 1.25: a quarter faster
}

export const SLOWEST = 0.75;
export const FASTEST = 1.25;
const LONGEST_GET_READY = 30;

export function paced(planned: Timeline, pace: Pace): Timeline {
  let start = 0;
  const cues = planned.cues.map((cue) => {
    const moved = { ...cue, start, length: pacedLength(cue, pace) };
    start += moved.length;
    return moved;
  });
  return { total_milliseconds: start, cues };
}

function pacedLength({ kind, length }: Cue, { get_ready, tempo }: Pace): number {
  if (kind === 'ready') return length + 1000 * within(get_ready, 0, LONGEST_GET_READY);
  if (kind === 'move') return Math.round(length / within(tempo, SLOWEST, FASTEST));
  return length;
}

/** Where a position in one timeline is in another one with the same cues. */
export function samePosition(from: Timeline, to: Timeline, at: number): number {
  const index = cueAt(from, at);
  const before = from.cues[index];
  const after = to.cues[index];
  if (!before || !after) return 0;
  if (before.length === 0) return after.start;
  return after.start + Math.round(((at - before.start) / before.length) * after.length);
}

/** The index of the cue in which a position lies; the end is in the last one. */
export function cueAt(timeline: Timeline, at: number): number {
  const next = timeline.cues.findIndex(({ start, length }) => at < start + length);
  return next < 0 ? timeline.cues.length - 1 : next;
}

function within(value: number, least: number, most: number): number {
  return Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : least;
}
