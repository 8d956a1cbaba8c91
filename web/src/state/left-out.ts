// Why movements are out, sorted so that a person finds what can be changed.

import type { LeftOut, Rule } from '../core/types';

export interface LeftOutGroup {
  readonly rule: Rule;
  readonly heading: string;
  readonly movements: readonly LeftOut[];
}

// Safety first, then what the person decided, then what the planner weighed.
const HEADINGS: ReadonlyMap<Rule, string> = new Map<Rule, string>([
  ['condition', 'Your conditions rule these out'],
  ['not-offered', 'We never offer these'],
  ['stage', 'Not at this stage'],
  ['excluded', 'You left these out'],
  ['surface', 'These need another place'],
  ['equipment', 'These need something you do not have'],
  ['order', 'These must follow a movement that is out'],
  ['conflict', 'These do not go with what you put in'],
  ['time', 'These do not fit into your time'],
  ['position', 'These need too many changes of position'],
  ['direction', 'These would bend your back back and forth'],
  ['rest', 'These leave no way to end at rest'],
  ['part', 'These repeat what is already in'],
  ['value', 'Other movements do more for you in this time'],
]);

const CHANGEABLE: ReadonlySet<Rule> = new Set<Rule>([
  'value',
  'excluded',
  'time',
  'position',
  'direction',
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
  const rules = new Set<Rule>([...HEADINGS.keys(), ...leftOut.map(({ rule }) => rule)]);
  return [...rules]
    .map((rule) => ({
      rule,
      heading: HEADINGS.get(rule) ?? 'Other reasons',
      movements: leftOut.filter((movement) => movement.rule === rule),
    }))
    .filter(({ movements }) => movements.length > 0);
}
