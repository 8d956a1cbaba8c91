// A kept routine in the edition that is here now, which may be another than that in which it was kept.

import type { RoutineMovement, RoutineText } from '../core/questions';
import type { Exercise } from '../core/types';
import { fittingNote } from './draft';
import type { Lookup } from './movements';

export interface KeptHere {
  readonly routine: RoutineText | null; // null when nothing of it is left
  readonly gone: readonly string[]; // ids of movements that are not there any more, each once
  readonly isOtherwise: boolean; // some are done elsewhere, or on other sides, than where it was kept
}

/**
 * Sides are this edition's, and so are the places of what is not done any more where it was. A movement without a
 * dose, as in a file that was made by hand, gets our first one.
 */
export function inThisEdition(kept: RoutineText, lookup: Lookup): KeptHere {
  const { posture, stage } = kept;
  const isKnown = posture !== undefined && lookup.posture(posture) !== undefined;
  const movements = kept.movements.flatMap((movement) => {
    const exercise = lookup.exercise(movement.id);
    return exercise ? [movementHere(movement, exercise)] : [];
  });
  const routine = { stage, ...(isKnown ? { posture } : {}), movements };
  const ids = kept.movements.map(({ id }) => id);
  return {
    routine: movements.length > 0 ? routine : null,
    gone: [...new Set(ids.filter((id) => !lookup.exercise(id)))],
    isOtherwise: kept.movements.some((movement) => isOtherwise(movement, lookup)),
  };
}

function movementHere(movement: RoutineMovement, exercise: Exercise): RoutineMovement {
  const { surface, dose, note, ...rest } = movement;
  const isPossible = surface !== undefined && exercise.surfaces.includes(surface);
  const fitting = fittingNote(note ?? '');
  return {
    ...(dose ? {} : { step: 0 }),
    ...rest,
    ...(isPossible ? { surface } : {}),
    ...(dose ? { dose: { ...dose, sides: exercise.sides } } : {}),
    ...(fitting === '' ? {} : { note: fitting }),
  };
}

function isOtherwise({ id, surface, dose }: RoutineMovement, lookup: Lookup): boolean {
  const exercise = lookup.exercise(id);
  const isElsewhere = surface !== undefined && !exercise?.surfaces.includes(surface);
  return isElsewhere || (dose?.sides !== undefined && dose.sides !== exercise?.sides);
}
