// A routine that a person changes by hand, and every way to change it.

import type { Alternative, RoutineMovement, RoutineText } from '../core/questions';
import type { Dose, Routine } from '../core/types';
import { dosesOf, stepOfDose } from './doses';
import type { Lookup } from './movements';
import { wellFormed } from './texts';

export const LONGEST_MOVEMENT_NOTE = 500; // characters, as a text field counts them
const MOST_MOVEMENTS = 100;

/** The routine that the core planned, to be changed from here on. */
export function draftOf({ stage, posture, movements }: Routine): RoutineText {
  return {
    stage,
    ...(posture === undefined ? {} : { posture }),
    movements: movements.map(({ id, surface, dose }) => ({ id, surface, dose })),
  };
}

/** The last movement stays: an empty routine is none. */
export function removed(draft: RoutineText, place: number): RoutineText {
  if (draft.movements.length < 2) return draft;
  return { ...draft, movements: draft.movements.filter((_, index) => index !== place) };
}

export function moved(draft: RoutineText, from: number, to: number): RoutineText {
  const movement = draft.movements[from];
  if (!movement || to < 0 || to >= draft.movements.length || from === to) return draft;
  const movements = draft.movements.filter((_, index) => index !== from);
  movements.splice(to, 0, movement);
  return { ...draft, movements };
}

export function withStep(
  draft: RoutineText,
  place: number,
  step: number,
  lookup: Lookup,
): RoutineText {
  const movement = draft.movements[place];
  const dose = dosesOf(lookup.exercise(movement?.id ?? ''), draft.stage)?.[step];
  return movement && dose ? replaced(draft, place, { ...movement, dose }) : draft;
}

export function withNote(draft: RoutineText, place: number, text: string): RoutineText {
  const movement = draft.movements[place];
  if (!movement) return draft;
  const { note: _, ...rest } = movement;
  const note = fittingNote(text);
  return replaced(draft, place, note === '' ? rest : { ...rest, note });
}

export function withoutNotes(draft: RoutineText): RoutineText {
  const movements = draft.movements.map(({ note: _, ...movement }) => movement);
  return { ...draft, movements };
}

export function swapped(draft: RoutineText, place: number, other: Alternative): RoutineText {
  const movements = draft.movements.filter((_, index) => index !== place);
  movements.splice(other.place, 0, { id: other.id, surface: other.surface, dose: other.dose });
  return { ...draft, movements };
}

/** Puts a movement where its kind belongs: after what comes before it, before a closing rest. */
export function added(
  draft: RoutineText,
  id: string,
  surfaces: readonly string[],
  lookup: Lookup,
): RoutineText {
  const exercise = lookup.exercise(id);
  const dose = dosesOf(exercise, draft.stage)?.[0];
  if (!exercise || !dose || draft.movements.length >= MOST_MOVEMENTS) return draft;
  const surface = surfaces.find((one) => exercise.surfaces.includes(one)) ?? exercise.surfaces[0];
  const movement = { id, dose, ...(surface === undefined ? {} : { surface }) };
  const movements = [...draft.movements];
  movements.splice(placeFor(exercise.phase, movements, lookup), 0, movement);
  return { ...draft, movements };
}

function placeFor(phase: string, movements: readonly RoutineMovement[], lookup: Lookup): number {
  const rank = lookup.phaseRank(phase);
  const ranks = movements.map(({ id }) => lookup.phaseRank(lookup.exercise(id)?.phase ?? ''));
  const last = ranks.length - 1;
  const end = last > 0 && ranks[last] === 0 ? last : ranks.length; // before a closing rest
  let place = end;
  while (place > 0 && (ranks[place - 1] ?? 0) > rank) --place;
  return place;
}

/**
 * At the stage of the request: the doses of another one are exchanged for those at the same steps. The draft itself
 * stays as it was made, and comes back with its own stage.
 */
export function draftAt(draft: RoutineText, stage: string, lookup: Lookup): RoutineText {
  if (draft.stage === stage) return draft;
  const movements = draft.movements.map((movement) => {
    const exercise = lookup.exercise(movement.id);
    const own = dosesOf(exercise, draft.stage);
    const dose = own && dosesOf(exercise, stage)?.[stepOf(movement, own)];
    return dose ? { ...movement, dose } : movement;
  });
  return { ...draft, stage, movements };
}

function stepOf({ dose, step }: RoutineMovement, doses: readonly Dose[]): number {
  return dose ? stepOfDose(doses, dose) : (step ?? 0);
}

/** The sequence of an article with its own doses; where it gives none, our lowest. */
export function draftOfArticle(article: string, stage: string, lookup: Lookup): RoutineText | null {
  const entries = lookup.all
    .flatMap((exercise) =>
      exercise.sources
        .filter(({ source }) => source === article)
        .map(({ order, dose }) => ({ exercise, order, given: dose })),
    )
    .sort((one, other) => one.order - other.order);
  const surfaces = mostCommon(entries.flatMap(({ exercise }) => exercise.surfaces));
  const movements = entries.map(({ exercise, given }) => {
    const surface = surfaces.find((one) => exercise.surfaces.includes(one));
    const own = dosesOf(exercise, stage)?.[0];
    const dose = {
      hold_seconds: given.hold?.[0] ?? own?.hold_seconds ?? 0,
      repetitions: given.repetitions?.[0] ?? own?.repetitions ?? 1,
      sets: given.sets?.[0] ?? own?.sets ?? 1,
    };
    return { id: exercise.id, dose, ...(surface === undefined ? {} : { surface }) };
  });
  return movements.length === 0 ? null : { stage, movements };
}

/** Each once, the most common first, so that as much as can be is done in one place. */
function mostCommon(words: readonly string[]): string[] {
  const times = new Map<string, number>();
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
  return [...times.keys()].sort((one, other) => (times.get(other) ?? 0) - (times.get(one) ?? 0));
}

function replaced(draft: RoutineText, place: number, movement: RoutineMovement): RoutineText {
  return {
    ...draft,
    movements: draft.movements.map((one, index) => (index === place ? movement : one)),
  };
}

/** As much of the text as a routine may hold. */
export function fittingNote(text: string): string {
  const note = text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ');
  return wellFormed(wellFormed(note).slice(0, LONGEST_MOVEMENT_NOTE));
}
