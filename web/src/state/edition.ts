// A kept routine in the edition that is here now, which may be another than that in which it was kept.

import type { RoutineMovement, RoutineText } from '../core/questions';
import type { Exercise } from '../core/types';
import { fittingNote } from './draft';
import type { Lookup } from './movements';

/**
 * Its movements in their order with their doses. Sides are this edition's, and so is a place that a movement is not
 * done in any more. Undefined when a movement is not there any more: without it this would be another routine.
 */
export function inThisEdition(routine: RoutineText, lookup: Lookup): RoutineText | undefined {
  const { posture, stage } = routine;
  const movements = routine.movements.flatMap((movement) => {
    const exercise = lookup.exercise(movement.id);
    return exercise ? [movementHere(movement, exercise)] : [];
  });
  if (movements.length < routine.movements.length) return undefined;
  const isKnown = posture !== undefined && lookup.posture(posture) !== undefined;
  return { stage, ...(isKnown ? { posture } : {}), movements };
}

function movementHere(movement: RoutineMovement, exercise: Exercise): RoutineMovement {
  const { surface, dose, note, ...rest } = movement;
  const isPossible = surface !== undefined && exercise.surfaces.includes(surface);
  const fitting = fittingNote(note ?? '');
  return {
    ...rest,
    ...(isPossible ? { surface } : {}),
    ...(dose ? { dose: { ...dose, sides: exercise.sides } } : {}),
    ...(fitting === '' ? {} : { note: fitting }),
  };
}

/** Whether it is done otherwise than where it was kept. */
export function isDoneOtherwise(routine: RoutineText, lookup: Lookup): boolean {
  return routine.movements.some(({ id, surface, dose }) => {
    const exercise = lookup.exercise(id);
    const isElsewhere = surface !== undefined && !exercise?.surfaces.includes(surface);
    return isElsewhere || (dose?.sides !== undefined && dose.sides !== exercise?.sides);
  });
}
