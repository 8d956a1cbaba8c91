// What declared conditions ask for in a routine that was made by hand, kept or sent.

import type { Rule } from '../core/types';
import type { Lookup } from './movements';
import { say } from './words';

const SAFETY: ReadonlySet<string> = new Set<Rule>(['condition', 'not-offered', 'stage']);

/** Rules that nobody can set aside; all others are advice. */
export function isSafetyRule(rule: string): boolean {
  return SAFETY.has(rule);
}

/** The changes to make to a movement, each with the condition that asks for it. */
export function careFor(id: string, conditions: readonly string[], lookup: Lookup): string[] {
  return conditions.flatMap((condition) => {
    const verdict = lookup.exercise(id)?.conditions[condition];
    if (verdict?.verdict !== 'care') return [];
    return [say('care_for', lookup.condition(condition)?.label ?? condition, verdict.note)];
  });
}
