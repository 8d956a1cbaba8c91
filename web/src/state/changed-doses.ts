// Doses of a routine from another edition that this edition does not have.

import type { Dose } from '../core/types';
import { dosesOf, isSameDose } from './doses';
import type { Lookup } from './movements';
import { doseInWords } from './phrases';
import type { Shown } from './shown';

export interface ChangedDose {
  readonly title: string; // of the movement
  readonly given: string; // in words
  readonly here: string; // the nearest of this edition
}

/**
 * In the order of the routine. Builders give doses in steps, so that one which is none of the steps here was a
 * step of the other edition; one that is a step here is done as it was.
 */
export function changedDoses({ movements, text }: Shown, lookup: Lookup): ChangedDose[] {
  return movements.flatMap(({ id, title, step, givenDose }) => {
    const exercise = lookup.exercise(id);
    const doses = dosesOf(exercise, text.stage);
    const nearest: Dose | undefined = doses?.[step];
    if (!exercise || !doses || !nearest) return [];
    if (doses.some((dose) => isSameDose(dose, givenDose))) return [];
    return [
      { title, given: doseInWords(givenDose, exercise), here: doseInWords(nearest, exercise) },
    ];
  });
}
