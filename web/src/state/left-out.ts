// Why movements are out, sorted so that a person finds what can be changed.

import type { LeftOut, Rule } from '../core/types';
import { say } from './words';

export interface LeftOutGroup {
  readonly rule: Rule;
  readonly heading: string;
  readonly movements: readonly LeftOut[];
}

// Safety first, then what the person decided, then what the planner weighed.
const ORDER: readonly Rule[] = [
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

const CHANGEABLE: ReadonlySet<Rule> = new Set<Rule>([
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

/** Whether the person may put such a movement in: never against a condition or a stage. */
export function canBePutIn(rule: Rule): boolean {
  return CHANGEABLE.has(rule);
}

/** One group for each rule that shut something out; nothing is lost if the core learns new rules. */
export function groupByRule(leftOut: readonly LeftOut[]): LeftOutGroup[] {
  const rules = new Set<Rule>([...ORDER, ...leftOut.map(({ rule }) => rule)]);
  return [...rules]
    .map((rule) => ({
      rule,
      heading: say(ORDER.includes(rule) ? `left_out.${rule}` : 'left_out.other'),
      movements: leftOut.filter((movement) => movement.rule === rule),
    }))
    .filter(({ movements }) => movements.length > 0);
}
