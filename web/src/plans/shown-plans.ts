// The list of routines as it is shown: those that are kept, and those that were just deleted.

import type { Plan, SessionRecord } from '../keep/records';
import { nextPlan, newPlan } from '../keep/plan';
import { LONGEST_NAME } from '../state/link';

export interface ShownPlan {
  readonly plan: Plan;
  readonly isGone: boolean;
  readonly lastDone: string; // a day; empty when it was never done
}

/** What was deleted keeps its place, so that nothing jumps and it can be put back there. */
export function shownPlans(
  plans: readonly Plan[],
  gone: readonly Plan[],
  sessions: readonly SessionRecord[],
): ShownPlan[] {
  const there = new Set(plans.map(({ id }) => id));
  const both = [...plans, ...gone.filter(({ id }) => !there.has(id))];
  return both
    .sort((a, b) => (a.changed < b.changed ? 1 : Number(a.changed > b.changed) * -1))
    .map((plan) => ({
      plan,
      isGone: !there.has(plan.id),
      lastDone: lastDay(sessions.filter((session) => session.plan === plan.id)),
    }));
}

function lastDay(sessions: readonly SessionRecord[]): string {
  return sessions.reduce((last, { date }) => (date > last ? date : last), '');
}

/** The movements by name, each once, in their order. */
export function movementIds(plan: Plan): string[] {
  return [...new Set(plan.routine.movements.map(({ id }) => id))];
}

/** Nothing when the name stays the same. */
export function renamed(plan: Plan, name: string): Plan | undefined {
  const trimmed = name.trim().slice(0, LONGEST_NAME);
  return trimmed === '' || trimmed === plan.name ? undefined : nextPlan(plan, { name: trimmed });
}

export function copied({ note, request, routine, settled }: Plan, name: string): Plan {
  return newPlan({ name: name.slice(0, LONGEST_NAME), note, request, routine, settled });
}
