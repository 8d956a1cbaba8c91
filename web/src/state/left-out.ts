// Why movements are out, sorted so that a person finds what can be changed.

import type { RoutineText } from '../core/questions';
import type { LeftOut, Routine, Rule } from '../core/types';
import type { Lookup } from './movements';
import { say } from './words';

/** `free`: nothing but the person keeps it out of a routine made by hand. */
export type OutRule = Rule | 'free';

export interface OutOfRoutine extends Pick<LeftOut, 'id' | 'reason'> {
  readonly rule: OutRule;
}

export interface LeftOutGroup {
  readonly rule: OutRule;
  readonly heading: string;
  readonly movements: readonly OutOfRoutine[];
}

// Safety first, then what the person decided, then what the planner weighed.
const ORDER: readonly OutRule[] = [
  'free',
  'condition',
  'not-offered',
  'stage',
  'excluded',
  'surface',
  'equipment',
  'order',
  'conflict',
  'time',
  'position',
  'direction',
  'start',
  'rest',
  'part',
  'value',
];

const CHANGEABLE: ReadonlySet<OutRule> = new Set<OutRule>([
  'value',
  'excluded',
  'time',
  'position',
  'direction',
  'start',
  'part',
  'rest',
  'conflict',
]);

const BY_HAND: ReadonlySet<OutRule> = new Set<OutRule>(['free', 'surface', 'equipment', 'order']);

/** Whether the planner may be asked for such a movement: never against a condition or a stage. */
export function canBePutIn(rule: OutRule): boolean {
  return CHANGEABLE.has(rule);
}

/** Whether it may be put in by hand: rules that are no matter of safety are advice. */
export function canBePutInByHand(rule: OutRule): boolean {
  return CHANGEABLE.has(rule) || BY_HAND.has(rule);
}

/** One group for each rule that shut something out; nothing is lost if the core learns new rules. */
export function groupByRule(leftOut: readonly OutOfRoutine[]): LeftOutGroup[] {
  const rules = new Set<OutRule>([...ORDER, ...leftOut.map(({ rule }) => rule)]);
  return [...rules]
    .map((rule) => ({
      rule,
      heading: say(ORDER.includes(rule) ? `left_out.${rule}` : 'left_out.other'),
      movements: leftOut.filter((movement) => movement.rule === rule),
    }))
    .filter(({ movements }) => movements.length > 0);
}

/** What is out of a routine made by hand: only reasons that do not depend on the planned one stay. */
export function sortedOut(
  { movements }: RoutineText,
  planned: Routine,
  lookup: Lookup,
): OutOfRoutine[] {
  const inside = new Set(movements.map(({ id }) => id));
  const reasons = new Map(planned.left_out.map((out) => [out.id, out]));
  return lookup.all
    .filter(({ id }) => !inside.has(id))
    .map(({ id }) => {
      const out = reasons.get(id);
      return out && STANDS_ALONE.has(out.rule) ? out : { id, rule: 'free', reason: '' };
    });
}

const STANDS_ALONE: ReadonlySet<Rule> = new Set<Rule>([
  'condition',
  'not-offered',
  'stage',
  'excluded',
  'surface',
  'equipment',
]);

/** Those whose name or reason holds the words. */
export function foundIn(
  leftOut: readonly OutOfRoutine[],
  words: string,
  lookup: Lookup,
): readonly OutOfRoutine[] {
  const wanted = words.trim().toLowerCase().split(/\s+/);
  return leftOut.filter(({ id, reason }) => {
    const text = `${lookup.title(id)} ${reason}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}
