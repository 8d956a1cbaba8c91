// Numbers in words, as a person would say them.

import type { Dose, Exercise, Routine } from '../core/types';

export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** "40 seconds", "1 minute", "9 minutes 40 seconds" */
export function durationInWords(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  const parts: string[] = [];
  if (minutes > 0) parts.push(counted(minutes, 'minute', 'minutes'));
  if (rest > 0 || minutes === 0) parts.push(counted(rest, 'second', 'seconds'));
  return parts.join(' ');
}

/** "9 minutes 40 seconds, 5 movements, 1 change of position" */
export function summaryInWords(routine: Routine): string {
  const changes = routine.position_changes;
  return [
    durationInWords(routine.total_seconds),
    counted(routine.movements.length, 'movement', 'movements'),
    changes === 0
      ? 'no change of position'
      : counted(changes, 'change of position', 'changes of position'),
  ].join(', ');
}

/** "Hold 10 seconds, 3 times, each side" */
export function doseInWords(dose: Dose, exercise: Pick<Exercise, 'phase' | 'tempo'>): string {
  const parts = [workInWords(dose, exercise)];
  if (dose.sides > 1) parts.push('each side');
  if (dose.sets > 1) parts.push(`in ${dose.sets} sets with a rest between`);
  return parts.join(', ');
}

function workInWords(dose: Dose, exercise: Pick<Exercise, 'phase' | 'tempo'>): string {
  const times = dose.repetitions === 1 ? 'once' : `${dose.repetitions} times`;
  if (dose.hold_seconds === 0) return `${capitalised(times)}, slowly`;
  const hold = durationInWords(dose.hold_seconds);
  if (dose.repetitions > 1) return `Hold ${hold}, ${times}`;
  return isKeptGoing(exercise) ? `For ${hold}` : `Hold for ${hold}`;
}

// Walking has no pace to count and no position to hold: its one long "hold" is time spent walking.
function isKeptGoing(exercise: Pick<Exercise, 'phase' | 'tempo'>): boolean {
  return exercise.phase === 'upright' && exercise.tempo === 0;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
