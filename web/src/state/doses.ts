// The dose steps of a movement, as docs/planner.md defines them.

import type { Dose, DoseRange, Exercise } from '../core/types';

export const HIGHEST_STEP = 3;

/** The doses of the steps 0 to 3; undefined when the movement is not done at the stage. */
export function dosesOf(
  exercise: Exercise | undefined,
  stage: string,
): readonly Dose[] | undefined {
  // A stage of another edition may be a word that every object has.
  if (!exercise || !Object.prototype.hasOwnProperty.call(exercise.dose, stage)) return undefined;
  const range = exercise.dose[stage];
  if (!range) return undefined;
  return [0, 1, 2, HIGHEST_STEP].map((step) => doseAt(range, exercise.sides, step));
}

/** The next step with another dose, or undefined at the end of the range. */
export function nextStep(
  doses: readonly Dose[],
  dose: Omit<Dose, 'sides'>,
  step: number,
  way: 1 | -1,
): number | undefined {
  const here = doses[step];
  // A dose from elsewhere may lie between two steps, or outside of all: less is never more.
  if (here && !isSameDose(here, dose) && asksNoMore(dose, here) === way > 0) return step;
  for (let next = step + way; next >= 0 && next <= HIGHEST_STEP; next += way) {
    const there = doses[next];
    if (there && !isSameDose(there, dose)) return next;
  }
  return undefined;
}

/** As a review counts it: the highest step that asks for no more in anything, or else the lowest. */
export function stepOfDose(doses: readonly Dose[], dose: Omit<Dose, 'sides'>): number {
  const fits = doses.map((one) => asksNoMore(one, dose));
  return Math.max(0, fits.lastIndexOf(true));
}

export function isSameDose(one: Omit<Dose, 'sides'>, other: Omit<Dose, 'sides'>): boolean {
  return (
    one.hold_seconds === other.hold_seconds &&
    one.repetitions === other.repetitions &&
    one.sets === other.sets
  );
}

/** Neither longer nor more often, in no more sets. */
function asksNoMore(one: Omit<Dose, 'sides'>, other: Omit<Dose, 'sides'>): boolean {
  return (
    one.hold_seconds <= other.hold_seconds &&
    one.repetitions <= other.repetitions &&
    one.sets <= other.sets
  );
}

function doseAt({ hold, repetitions, sets }: DoseRange, sides: number, step: number): Dose {
  const at = ([low, high]: readonly [number, number]): number =>
    Math.floor((3 * low + (high - low) * step + 1) / 3);
  return { hold_seconds: at(hold), repetitions: at(repetitions), sets: at(sets), sides };
}
