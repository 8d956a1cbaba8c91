// Numbers in words, as a person would say them.

import type { Dose, Exercise, Routine } from '../core/types';
import { count, say } from './words';

/** "40 seconds", "1 minute", "9 minutes 40 seconds" */
export function durationInWords(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  if (minutes === 0) return count('seconds', rest);
  const inMinutes = count('minutes', minutes);
  return rest === 0 ? inMinutes : say('minutes_and_seconds', inMinutes, count('seconds', rest));
}

/** "9 minutes 40 seconds, 5 movements, 1 change of position" */
export function summaryInWords(
  routine: Pick<Routine, 'total_seconds' | 'position_changes'> & {
    readonly movements: readonly unknown[];
  },
): string {
  return say(
    'summary',
    durationInWords(routine.total_seconds),
    count('movements', routine.movements.length),
    count('changes', routine.position_changes),
  );
}

/** "Hold 10 seconds, 3 times, each side" */
export function doseInWords(dose: Dose, exercise: Pick<Exercise, 'tempo'>): string {
  let words = workInWords(dose, exercise);
  if (dose.sides > 1) words = say('dose.each_side', words);
  if (dose.sets > 1) words = count('dose.sets', dose.sets, words);
  return words;
}

function workInWords(dose: Dose, exercise: Pick<Exercise, 'tempo'>): string {
  if (dose.hold_seconds === 0) return count('dose.move', dose.repetitions);
  const hold = durationInWords(dose.hold_seconds);
  if (dose.repetitions > 1) return say('dose.hold', hold, count('dose.times', dose.repetitions));
  // Without a pace it is a rest, or walking: there is nothing to hold, least of all the breath.
  return say(exercise.tempo === 0 ? 'dose.keep_going' : 'dose.hold_once', hold);
}

const MOST_SHOWN = 3;
const LONGEST_SHOWN = 40; // characters

/** Ids from an address, which may hold anything, for a sentence. */
export function inShort(ids: readonly string[]): string {
  const shown = ids
    .slice(0, MOST_SHOWN)
    .map((id) => (id.length > LONGEST_SHOWN ? `${id.slice(0, LONGEST_SHOWN)}…` : id));
  return `${shown.join(', ')}${ids.length > MOST_SHOWN ? ', …' : ''}`;
}
