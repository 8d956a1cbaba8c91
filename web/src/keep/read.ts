// Reads what was kept, or what a file from elsewhere claims was kept. Each function takes anything and
// gives a sound record with known fields only, or nothing.

import type { RoutineMovement, RoutineText } from '../core/questions';
import type { RoutineRequest } from '../core/types';
import { LONGEST_MOVEMENT_NOTE } from '../state/draft';
import { LONGEST_NAME, LONGEST_NOTE } from '../state/link';
import { jsonOf } from './json';
import { DEFAULT_SETTINGS, HURTS, SIGNS } from './records';
import type { Plan, PlayedMovement, RunningSession, SessionRecord, Settings } from './records';
import {
  amount,
  attempt,
  choice,
  day,
  fields,
  flag,
  list,
  maybe,
  maybeOneOf,
  moment,
  name,
  steps,
  text,
  textsOf,
  whole,
  type Fields,
} from './reading';

const LONGEST_ID = 100;
const LONGEST_SESSION = 24 * 60 * 60; // seconds

export function readPlan(value: unknown): Plan | undefined {
  return attempt(() => {
    const plan = fields(value);
    return {
      id: id(plan.id),
      name: text(plan.name, LONGEST_NAME),
      note: text(plan.note, LONGEST_NOTE),
      request: request(plan.request),
      routine: routine(plan.routine),
      settled: flag(plan.settled),
      created: moment(plan.created),
      changed: moment(plan.changed),
      revision: whole(plan.revision, 1, Number.MAX_SAFE_INTEGER),
    };
  });
}

export function readSession(value: unknown): SessionRecord | undefined {
  return attempt(() => {
    const session = fields(value);
    return {
      id: id(session.id),
      ...maybe('plan', session.plan, id),
      name: text(session.name, LONGEST_NAME),
      date: day(session.date),
      started: moment(session.started),
      stage: id(session.stage),
      ending: choice(session.ending, ['done', 'stopped', 'symptoms']),
      played_seconds: amount(session.played_seconds, 0, LONGEST_SESSION),
      planned_seconds: amount(session.planned_seconds, 0, LONGEST_SESSION),
      ...maybe('pain_before', session.pain_before, pain),
      ...maybe('pain_after', session.pain_after, pain),
      ...maybe('pain_next_morning', session.pain_next_morning, pain),
      leg_symptoms: flag(session.leg_symptoms),
      ...maybeOneOf('sign', session.sign, SIGNS),
      movements: list(session.movements, 0, 1000, played),
      note: text(session.note, LONGEST_NOTE),
    };
  });
}

export function readRunning(value: unknown): RunningSession | undefined {
  return attempt(() => {
    const running = fields(value);
    return {
      id: id(running.id),
      ...maybe('plan', running.plan, id),
      name: text(running.name, LONGEST_NAME),
      request: request(running.request),
      routine: routine(running.routine),
      at: amount(running.at, 0, LONGEST_SESSION * 1000),
      played_seconds: amount(running.played_seconds, 0, LONGEST_SESSION),
      ...maybe('played_here', running.played_here, (played) =>
        amount(played, 0, LONGEST_SESSION * 1000),
      ),
      ...maybe('ends_as', running.ends_as, (ending) =>
        choice(ending, ['done', 'stopped', 'symptoms']),
      ),
      started: moment(running.started),
      saved: moment(running.saved),
      ...maybe('pain_before', running.pain_before, pain),
      movements: list(running.movements, 0, 1000, played),
    };
  });
}

const SETTINGS: { readonly [K in keyof Settings]: (value: unknown) => Settings[K] } = {
  voice: (voice) => choice(voice, ['on', 'off']),
  voice_name: (name) => text(name, LONGEST_NAME),
  voice_speed: (speed) => amount(speed, 0.5, 1.5),
  chimes: flag,
  vibration: flag,
  calm: flag,
  get_ready: (seconds) => amount(seconds, 0, 30),
  tempo: (tempo) => amount(tempo, 0.75, 1.25),
  countdown: flag,
  held_steps: goodSteps,
};

/** Each setting by itself: one that is damaged or new takes its default and spoils no other. */
export function readSettings(value: unknown): Settings {
  const kept = attempt(() => fields(value)) ?? {};
  const names = Object.keys(SETTINGS) as (keyof Settings)[];
  const read = names.map((name) => [
    name,
    attempt(() => SETTINGS[name](kept[name])) ?? DEFAULT_SETTINGS[name],
  ]);
  return Object.fromEntries(read) as Settings;
}

/** The settings as they are kept, without those that are damaged; the same when none is. */
export function soundSettings(value: unknown): unknown {
  const kept = attempt(() => fields(value));
  if (!kept) return {};
  if (damagedSettings(kept) === 0) return value;
  return Object.fromEntries(Object.entries(kept).flatMap((setting) => soundSetting(...setting)));
}

/** How many of the settings are damaged; what holds none at all is one. */
export function damagedSettings(value: unknown): number {
  const kept = attempt(() => fields(value));
  if (!kept) return 1;
  return Object.entries(kept).filter(([name, setting]) => {
    const [sound] = soundSetting(name, setting);
    return !sound || jsonOf(sound[1]) !== jsonOf(setting);
  }).length;
}

/** A setting that this version does not know may be one of a later version; so may a word. */
function soundSetting(name: string, setting: unknown): readonly (readonly [string, unknown])[] {
  const isKnown = Object.prototype.hasOwnProperty.call(SETTINGS, name);
  if (!isKnown || (name === 'voice' && typeof setting === 'string')) return [[name, setting]];
  const read = attempt(() => SETTINGS[name as keyof Settings](setting));
  return read === undefined ? [] : [[name, read]];
}

/** One that is damaged takes no other with it. */
function goodSteps(value: unknown): Record<string, number> {
  const entries = Object.entries(fields(value));
  return Object.fromEntries(
    entries.flatMap(([id, step]) => Object.entries(attempt(() => steps({ [id]: step })) ?? {})),
  );
}

function request(value: unknown): RoutineRequest {
  const asked = fields(value);
  const ids = (name: string): string[] => textsOf(asked[name] ?? []);
  return {
    stage: id(asked.stage),
    minutes: whole(asked.minutes, 1, 600),
    surfaces: ids('surfaces'),
    equipment: ids('equipment'),
    conditions: ids('conditions'),
    exclude: ids('exclude'),
    include: ids('include'),
    ...maybe('doses', asked.doses, steps),
    ...maybe('focus', asked.focus, textsOf),
    ...maybe('eases', asked.eases, (eases) => choice(eases, ['flexion', 'extension', 'neither'])),
    ...maybe('helped', asked.helped, textsOf),
    ...maybe('hurt', asked.hurt, textsOf),
    ...maybe('recent', asked.recent, textsOf),
    ...maybe('position_changes', asked.position_changes, (most) => whole(most, 0, 1000)),
    ...maybe('posture', asked.posture, id),
    ...maybe('variety', asked.variety, (number) => whole(number, 0, 1_000_000_000)),
  };
}

function routine(value: unknown): RoutineText {
  const kept = fields(value);
  return {
    stage: id(kept.stage),
    ...maybe('posture', kept.posture, id),
    movements: list(kept.movements, 1, 100, movement),
  };
}

function movement(value: unknown): RoutineMovement {
  const kept = fields(value);
  return {
    id: id(kept.id),
    ...maybe('surface', kept.surface, id),
    ...maybe('dose', kept.dose, dose),
    ...maybe('step', kept.step, step),
    ...maybe('note', kept.note, (note) => text(note, LONGEST_MOVEMENT_NOTE)),
  };
}

function dose(value: unknown): NonNullable<RoutineMovement['dose']> {
  const kept: Fields = fields(value);
  return {
    hold_seconds: whole(kept.hold_seconds, 0, 1800),
    repetitions: whole(kept.repetitions, 1, 100),
    sets: whole(kept.sets ?? 1, 1, 10),
    ...maybe('sides', kept.sides, (sides) => whole(sides, 1, 2)),
  };
}

function played(value: unknown): PlayedMovement {
  const kept = fields(value);
  return {
    id: id(kept.id),
    step: step(kept.step),
    ...maybeOneOf('felt', kept.felt, ['helped', 'hurt', 'neither']),
    ...maybeOneOf('hurts', kept.hurts, HURTS),
  };
}

function id(value: unknown): string {
  return name(value, LONGEST_ID);
}

function step(value: unknown): number {
  return whole(value, 0, 3);
}

function pain(value: unknown): number {
  return whole(value, 0, 10);
}
