// The player: a state machine over a timeline. It knows no screen and no clock of its own: each input
// brings the moment at which it came, each answer is a new state and what is to be done about it.
//
// Time is counted from the moment at which everything will be over, so that late timers do not add
// up. Whenever the session cannot have been followed - a hidden page, a sleeping device, a clock that
// jumps - it stands still at the position where it was last really playing.

import type { Cue, Timeline } from '../core/questions';
import { cueAt } from './pace';

/** `now` counts evenly and may stand still in sleep; `wall` is the clock on the wall. */
export interface Moment {
  readonly now: number;
  readonly wall: number;
}

export type Chime = 'ready' | 'begin' | 'hold' | 'switch' | 'rest' | 'count' | 'done';

/** Something to say or to sound at a position of the timeline. */
export interface Mark {
  readonly at: number;
  readonly cue: number; // which one it belongs to
  readonly kind: 'cue' | 'step' | 'breath' | 'count';
  readonly say: readonly string[];
  readonly chime?: Chime;
}

export type Why = 'person' | 'away' | 'hurts';

export interface Player {
  readonly timeline: Timeline;
  readonly marks: readonly Mark[]; // in their order
  readonly at: number; // milliseconds into the timeline
  readonly said: number; // so many of the marks are behind
  readonly running: Running | null;
  readonly paused: Why | null; // null before the start too
  readonly ended: boolean;
  readonly played: number; // milliseconds that were really played
  readonly worked: readonly number[]; // places of which something was done to its end
}

interface Running {
  readonly ends: number; // the moment `now` at which the timeline is over
  readonly last: Moment;
  readonly hidden: { readonly at: number; readonly since: Moment } | null;
}

export type Input =
  | { readonly kind: 'play' | 'tick' | 'hide' | 'show'; readonly moment: Moment }
  | { readonly kind: 'pause'; readonly moment: Moment; readonly why: Why }
  | { readonly kind: 'go'; readonly moment: Moment; readonly cue: number };

export type Effect =
  | { readonly kind: 'mark'; readonly mark: Mark }
  | { readonly kind: 'entered'; readonly cue: number }
  | { readonly kind: 'started' | 'resumed' | 'quiet' | 'ended' }
  | { readonly kind: 'paused'; readonly why: Why };

export interface Step {
  readonly player: Player;
  readonly effects: readonly Effect[];
}

/** Longer than this between two ticks, and the device was busy with something else. */
export const LONGEST_GAP = 1500;
/** Longer than this out of sight, and nobody was there. */
export const LONGEST_HIDDEN = 1000;
/** Further apart than this, and one of the clocks was changed or slept. */
const CLOCKS_APART = 1000;

export function newPlayer(timeline: Timeline, marks: readonly Mark[], at = 0): Player {
  const within = Math.min(Math.max(at, 0), timeline.total_milliseconds);
  return {
    timeline,
    marks,
    at: within,
    said: marksBefore(marks, within),
    running: null,
    paused: within > 0 ? 'away' : null,
    ended: false,
    played: 0,
    worked: [],
  };
}

export function step(player: Player, input: Input): Step {
  if (player.ended) return { player, effects: [] };
  switch (input.kind) {
    case 'play':
      return play(player, input.moment);
    case 'pause':
      return pause(player, input.moment, input.why);
    case 'tick':
      return tick(player, input.moment);
    case 'hide':
      return hide(player, input.moment);
    case 'show':
      return show(player, input.moment);
    case 'go':
      return go(player, input.moment, input.cue);
  }
}

/** Where it is at a moment, for drawing; nothing is reached before a tick has reached it. */
export function positionAt(player: Player, now: number): number {
  if (!player.running) return player.at;
  const { total_milliseconds: total } = player.timeline;
  return Math.min(total, Math.max(player.at, total - (player.running.ends - now)));
}

export function currentCue(player: Player): Cue | undefined {
  return player.timeline.cues[cueAt(player.timeline, player.at)];
}

/** Milliseconds until there is something to do: to say, or a second to count down. */
export function untilNext(player: Player, now: number): number {
  const at = positionAt(player, now);
  const next = player.marks[player.said]?.at ?? player.timeline.total_milliseconds;
  const cue = player.timeline.cues[cueAt(player.timeline, at)];
  const toSecond = cue ? (cue.start + cue.length - at) % 1000 || 1000 : 1000;
  return Math.max(0, Math.min(next - at, toSecond));
}

function play(player: Player, moment: Moment): Step {
  if (player.running) return { player, effects: [] };
  const left = player.timeline.total_milliseconds - player.at;
  const running = { ends: moment.now + left, last: moment, hidden: null };
  const isStart = player.at === 0 && player.paused === null;
  const next = { ...player, running, paused: null };
  const { player: ticked, effects } = advance(next, player.at, moment);
  return { player: ticked, effects: [{ kind: isStart ? 'started' : 'resumed' }, ...effects] };
}

// What was due at this very moment is not begun any more; going on says where it is.
function pause(player: Player, moment: Moment, why: Why): Step {
  if (!player.running) return { player: { ...player, paused: why }, effects: [] };
  const { player: ticked, effects } = tick(player, moment);
  if (ticked.ended) return { player: ticked, effects };
  if (!ticked.running) return { player: { ...ticked, paused: why }, effects };
  const unsaid = effects.filter(({ kind }) => kind !== 'mark');
  return standStill(ticked, ticked.at, why, unsaid);
}

function tick(player: Player, moment: Moment): Step {
  const { running } = player;
  if (!running) return { player, effects: [] };
  const { last, hidden } = running;
  const passed = moment.now - last.now;
  const onTheWall = moment.wall - last.wall;
  if (passed > LONGEST_GAP || Math.abs(onTheWall - passed) > CLOCKS_APART)
    return standStill(player, hidden?.at ?? player.at, 'away');
  if (hidden && moment.now - hidden.since.now > LONGEST_HIDDEN)
    return standStill(player, hidden.at, 'away');
  return advance(player, positionAt(player, moment.now), moment);
}

function hide(player: Player, moment: Moment): Step {
  const { player: ticked, effects } = tick(player, moment);
  const { running } = ticked;
  if (!running || running.hidden) return { player: ticked, effects };
  const hidden = { at: ticked.at, since: moment };
  return { player: { ...ticked, running: { ...running, hidden } }, effects };
}

function show(player: Player, moment: Moment): Step {
  const { player: ticked, effects } = tick(player, moment);
  const { running } = ticked;
  if (!running) return { player: ticked, effects };
  return { player: { ...ticked, running: { ...running, hidden: null } }, effects };
}

/** To the beginning of a cue; what was being said is over. */
function go(player: Player, moment: Moment, index: number): Step {
  const cue = player.timeline.cues[index];
  if (!cue) return { player, effects: [] };
  const there = { ...player, at: cue.start, said: marksBefore(player.marks, cue.start) };
  const effects: Effect[] = [{ kind: 'quiet' }, { kind: 'entered', cue: index }];
  if (!player.running) return { player: there, effects };
  const ends = moment.now + player.timeline.total_milliseconds - cue.start;
  const next = { ...there, running: { ends, last: moment, hidden: player.running.hidden } };
  const { player: ticked, effects: more } = advance(next, cue.start, moment);
  return { player: ticked, effects: [...effects, ...more] };
}

function advance(player: Player, to: number, moment: Moment): Step {
  const { timeline, running } = player;
  if (!running) return { player, effects: [] };
  const effects: Effect[] = [];
  const worked = [...player.worked];
  for (const [index, cue] of timeline.cues.entries()) {
    const end = cue.start + cue.length;
    if (cue.start > player.at && cue.start <= to) effects.push({ kind: 'entered', cue: index });
    const isWork = cue.kind === 'move' || cue.kind === 'hold';
    if (isWork && end > player.at && end <= to && !worked.includes(cue.place ?? 0))
      worked.push(cue.place ?? 0);
  }
  let { said } = player;
  for (; said < player.marks.length; ++said) {
    const mark = player.marks[said];
    if (!mark || mark.at > to) break;
    effects.push({ kind: 'mark', mark });
  }
  const ended = to >= timeline.total_milliseconds;
  if (ended) effects.push({ kind: 'ended' });
  const played = player.played + to - player.at;
  const still = ended ? null : { ...running, last: moment };
  return { player: { ...player, at: to, said, running: still, ended, played, worked }, effects };
}

function standStill(player: Player, at: number, why: Why, before: readonly Effect[] = []): Step {
  const over = Math.max(0, player.at - at); // was counted while nobody was there
  const still: Player = {
    ...player,
    at,
    said: marksBefore(player.marks, at),
    running: null,
    paused: why,
    played: player.played - over,
  };
  // A mark that was reached at this very position has been said.
  if (over === 0) return { player: { ...still, said: player.said }, effects: end(before, why) };
  return { player: still, effects: end(before, why) };
}

function end(before: readonly Effect[], why: Why): readonly Effect[] {
  return [...before, { kind: 'quiet' }, { kind: 'paused', why }];
}

function marksBefore(marks: readonly Mark[], at: number): number {
  const first = marks.findIndex((mark) => mark.at >= at);
  return first < 0 ? marks.length : first;
}
