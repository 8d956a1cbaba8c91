// What declared conditions ask for in a routine that was made by hand, kept or sent.

import type { AboutRoutine, RoutineText } from '../core/questions';
import type { RoutineRequest, Rule } from '../core/types';
import type { Lookup } from './movements';
import { say } from './words';

const SAFETY: ReadonlySet<string> = new Set<Rule>(['condition', 'not-offered', 'stage']);

/** Rules that nobody can set aside; all others are advice. */
export function isSafetyRule(rule: string): boolean {
  return SAFETY.has(rule);
}

/**
 * A routine that is there already, to be reviewed. The core says one rule of a movement, and that it was to be left out
 * before that its stage forbids it: what stands in the routine all the same was not left out.
 */
export function aboutRoutine(asked: RoutineRequest, routine: RoutineText): AboutRoutine {
  const inside = new Set(routine.movements.map(({ id }) => id));
  const exclude = asked.exclude.filter((id) => !inside.has(id));
  return { request: { ...asked, exclude }, routine };
}

/** The changes to make to a movement, each with the condition that asks for it. */
export function careFor(id: string, conditions: readonly string[], lookup: Lookup): string[] {
  return conditions.flatMap((condition) => {
    const verdict = lookup.exercise(id)?.conditions[condition];
    if (verdict?.verdict !== 'care') return [];
    return [say('care_for', lookup.condition(condition)?.label ?? condition, verdict.note)];
  });
}
