// A session that is under way, as plain data. Its routine is played in parts: a replanned rest is a
// new part, and what stood before it stays known, so that one can go back.

import type { RoutineMovement, RoutineText, Timeline } from '../core/questions';
import type { Dose, PlannedMovement, RoutineRequest } from '../core/types';
import { dayOf } from '../keep/day';
import type {
  Ending,
  Hurt,
  PlayedMovement,
  RunningSession,
  SessionRecord,
  Sign,
} from '../keep/records';
import { currentCue, type Player } from './player';
import { samePosition } from './pace';

export interface Item extends RoutineMovement {
  readonly step: number; // 0 to 3
  readonly posture: string;
  readonly care: readonly string[];
}

/** What can be played: a routine with its timeline as it was planned. */
export interface Part {
  readonly stage: string;
  readonly posture: string | undefined; // before the first movement
  readonly items: readonly Item[];
  readonly planned: Timeline;
}

export interface Prepared extends Part {
  readonly name: string;
  readonly plan?: string; // the id of the saved routine
  readonly request: RoutineRequest;
}

export interface Live {
  readonly id: string;
  readonly prepared: Prepared; // how it began
  readonly started: string; // a moment
  readonly date: string; // the local day
  readonly earlier: readonly Item[]; // of the whole routine, before the part
  readonly part: Part;
  readonly player: Player;
  readonly playedBefore: number; // milliseconds, before the part
  readonly plannedSeconds: number; // of the whole, as it began
  readonly doneBefore: readonly PlayedMovement[];
  readonly hurt: Readonly<Record<string, Hurt | null>>; // by movement, what was felt if it is known
  readonly endsAs: Ending; // when it is played to its end
}

/** At its beginning, or where an earlier visit left it. */
export function newLive(
  prepared: Prepared,
  player: Player,
  id: string,
  now: Date,
  interrupted?: RunningSession,
): Live {
  const playedBefore = (interrupted?.played_seconds ?? 0) * 1000;
  const started = interrupted?.started ?? now.toISOString();
  return {
    id: interrupted?.id ?? id,
    prepared,
    started,
    date: dayOf(new Date(started)),
    earlier: [],
    part: prepared,
    player: { ...player, played: interrupted?.played_here ?? player.at },
    playedBefore,
    plannedSeconds: Math.round((playedBefore + prepared.planned.total_milliseconds) / 1000),
    doneBefore: interrupted?.movements ?? [],
    hurt: Object.fromEntries(
      (interrupted?.movements ?? [])
        .filter(({ felt }) => felt === 'hurt')
        .map(({ id, hurts }) => [id, hurts ?? null]),
    ),
    endsAs: interrupted?.ends_as ?? 'done',
  };
}

/** Goes on with another part; what was done so far is kept. */
export function withPart(live: Live, part: Part, earlier: readonly Item[], player: Player): Live {
  const playedBefore = live.playedBefore + live.player.played;
  return { ...live, earlier, part, player, playedBefore, doneBefore: doneSoFar(live) };
}

/** The movement that is played now hurt. */
export function withHurt(live: Live, hurt: Hurt | null): Live {
  const item = live.part.items[placeOf(live.player)];
  return item ? { ...live, hurt: { ...live.hurt, [item.id]: hurt } } : live;
}

/** What stands before the movement that is played now. */
export function passed({ earlier, part, player }: Live): readonly Item[] {
  return [...earlier, ...part.items.slice(0, placeOf(player))];
}

export function routineOf({ stage, posture, items }: Omit<Part, 'planned'>): RoutineText {
  return {
    stage,
    ...(posture === undefined ? {} : { posture }),
    movements: items.map(asked),
  };
}

/** The routine from its first movement on, and which entry is played now. */
export function wholeRoutine({ earlier, part, player }: Live): [RoutineText, number] {
  const items = [...earlier, ...part.items];
  return [routineOf({ ...part, items }), earlier.length + placeOf(player)];
}

export function placeOf(player: Player): number {
  const cue = currentCue(player);
  if (cue?.place !== undefined) return cue.place;
  return Math.max(0, ...player.timeline.cues.map(({ place }) => place ?? 0));
}

// Either the dose or the step; the step is only known besides.
function asked({ id, surface, dose, step }: Item): RoutineMovement {
  return { id, ...(surface === undefined ? {} : { surface }), ...(dose ? { dose } : { step }) };
}

export function itemsOf(movements: readonly PlannedMovement[]): Item[] {
  return movements.map(({ id, surface, dose, step, posture, care }) => ({
    id,
    surface,
    dose,
    step,
    posture,
    care,
  }));
}

/** The posture in which the person is: that of the movement, or in a change the nearer one. */
export function postureNow({ part, player }: Live): string {
  const cue = currentCue(player);
  const posture = part.items[placeOf(player)]?.posture ?? part.posture ?? '';
  if (cue?.kind !== 'change') return posture;
  const isHalfway = player.at - cue.start > cue.length / 2;
  return (isHalfway ? cue.to : cue.from) ?? posture;
}

/** Whole seconds of the plan that are left, whatever the pace. */
export function secondsLeft({ part, player }: Live): number {
  const at = samePosition(player.timeline, part.planned, player.at);
  return Math.max(0, Math.round((part.planned.total_milliseconds - at) / 1000));
}

/** The dose of a movement as the timeline plays it. */
export function doseAt(timeline: Timeline, place: number): Dose {
  const cues = timeline.cues.filter((cue) => cue.place === place);
  const most = (numbers: readonly (number | undefined)[]): number =>
    Math.max(1, ...numbers.map((number) => number ?? 1));
  const hold = cues.find(({ kind }) => kind === 'hold');
  return {
    hold_seconds: Math.round((hold?.length ?? 0) / 1000),
    repetitions: most(cues.map(({ repetition }) => repetition)),
    sets: most(cues.map(({ set }) => set)),
    sides: most(cues.map(({ side }) => side)),
  };
}

/** What was done so far, each movement once. */
export function doneSoFar({ part, player, doneBefore, hurt }: Live): readonly PlayedMovement[] {
  const done = new Map(doneBefore.map((movement) => [movement.id, movement]));
  for (const place of player.worked) {
    const item = part.items[place];
    if (item) done.set(item.id, { ...done.get(item.id), id: item.id, step: item.step });
  }
  const steps = new Map(part.items.map(({ id, step }) => [id, step]));
  for (const [id, hurts] of Object.entries(hurt)) {
    const step = done.get(id)?.step ?? steps.get(id) ?? 0;
    done.set(id, { id, step, felt: 'hurt', ...(hurts ? { hurts } : {}) });
  }
  return [...done.values()];
}

export function runningRecord(
  live: Live,
  painBefore: number | undefined,
  now: Date,
): RunningSession {
  const { prepared, part, player } = live;
  return {
    id: live.id,
    ...(prepared.plan === undefined ? {} : { plan: prepared.plan }),
    name: prepared.name,
    request: prepared.request,
    routine: routineOf(part),
    at: samePosition(player.timeline, part.planned, player.at),
    played_seconds: Math.round(live.playedBefore / 1000),
    played_here: player.played,
    ends_as: live.endsAs,
    started: live.started,
    saved: now.toISOString(),
    ...(painBefore === undefined ? {} : { pain_before: painBefore }),
    movements: doneSoFar(live),
  };
}

/** Milliseconds of its routine that were really played, without what was skipped. */
export function playedHere({ played_here: played, at }: RunningSession): number {
  return played ?? at;
}

/** An interrupted session with which nobody went on: it was stopped early. */
export function droppedRecord(running: RunningSession, planned: Timeline): SessionRecord {
  return {
    id: running.id,
    ...(running.plan === undefined ? {} : { plan: running.plan }),
    name: running.name,
    date: dayOf(new Date(running.started)),
    started: running.started,
    stage: running.routine.stage,
    ending: 'stopped',
    played_seconds: Math.round(running.played_seconds + playedHere(running) / 1000),
    planned_seconds: Math.round(running.played_seconds + planned.total_milliseconds / 1000),
    ...(running.pain_before === undefined ? {} : { pain_before: running.pain_before }),
    leg_symptoms: false,
    movements: running.movements,
    note: '',
  };
}

export interface Afterwards {
  readonly painBefore: number | undefined;
  readonly painAfter: number | undefined;
  readonly legs: boolean;
  readonly sign: Sign | null;
  readonly felt: Readonly<Record<string, PlayedMovement['felt']>>;
  readonly note: string;
}

export function sessionRecord(live: Live, ending: Ending, after: Afterwards): SessionRecord {
  const { prepared, player } = live;
  const movements = doneSoFar(live).map((movement) => {
    const felt = after.felt[movement.id] ?? movement.felt;
    const { id, step, hurts } = movement;
    return { id, step, ...(felt ? { felt } : {}), ...(felt === 'hurt' && hurts ? { hurts } : {}) };
  });
  return {
    id: live.id,
    ...(prepared.plan === undefined ? {} : { plan: prepared.plan }),
    name: prepared.name,
    date: live.date,
    started: live.started,
    stage: prepared.stage,
    ending,
    played_seconds: Math.round((live.playedBefore + player.played) / 1000),
    planned_seconds: live.plannedSeconds,
    ...(after.painBefore === undefined ? {} : { pain_before: after.painBefore }),
    ...(after.painAfter === undefined ? {} : { pain_after: after.painAfter }),
    leg_symptoms: after.legs,
    ...(after.sign ? { sign: after.sign } : {}),
    movements,
    note: after.note,
  };
}
