// What a file brings to a device, given what is there.

import { LONGEST_NAME } from '../state/link';
import { wellFormed } from '../state/texts';
import { newId } from './plan';
import type { Brought, Plan, SessionRecord } from './records';

export interface Bringing {
  /** The file without what is here already; its routines and sessions have ids that are free. */
  readonly kept: Brought;
  readonly here: number; // routines and sessions that were here already
  readonly copies: number; // routines that go beside one of the same id, and so have a new id and name
}

/** What is here; and what a copy is called, by the routine's name. */
export interface Here {
  readonly plans: readonly Plan[];
  readonly sessions: readonly SessionRecord[];
  copyName(name: string): string;
}

/**
 * Nothing that is here changes. A routine that another device changed since comes beside it as a copy, once; an
 * older revision stays out. Of two routines with one id in the file the first keeps it.
 */
export function bringing(file: Brought, { plans, sessions, copyName }: Here): Bringing {
  const revisions = new Map(plans.map(({ id, revision }) => [id, revision]));
  const ids = new Set(revisions.keys());
  const contents = new Set(plans.map((plan) => contentOf(plan)));
  const known = new Set(plans.map((plan) => `${plan.id} ${contentOf(plan)}`));

  const fresh = file.plans.flatMap((plan): Plan[] => {
    const isCopy = ids.has(plan.id);
    const isOlder = plan.revision < (revisions.get(plan.id) ?? 0);
    const isKnown = known.has(`${plan.id} ${contentOf(plan)}`);
    const brought = isCopy
      ? { ...plan, id: newId(), name: shortened(plan.name, copyName), revision: 1 }
      : plan;
    if (isCopy && (isOlder || isKnown || contents.has(contentOf(brought)))) return [];
    ids.add(plan.id);
    known.add(`${plan.id} ${contentOf(plan)}`);
    contents.add(contentOf(brought));
    return [brought];
  });
  const done = new Set(sessions.map(({ id }) => id));
  const freshDone = file.sessions.filter(({ id }) => {
    const isFresh = !done.has(id);
    done.add(id);
    return isFresh;
  });

  const all = file.plans.length + file.sessions.length;
  const given = new Set(file.plans);
  return {
    kept: { ...file, plans: fresh, sessions: freshDone },
    here: all - fresh.length - freshDone.length,
    copies: fresh.filter((plan) => !given.has(plan)).length,
  };
}

/** The same for the same content, in whatever order its fields are. */
function contentOf({ name, note, request, routine, settled }: Plan): string {
  return sorted({ name, note, request, routine, settled });
}

/** JSON with the fields in the order of the alphabet. */
export function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : Number(a > b))))
      : part,
  );
}

/** The name of a copy, of which the end says that it is one. */
function shortened(name: string, copyName: (name: string) => string): string {
  const over = Math.max(0, copyName(name).length - LONGEST_NAME);
  return copyName(wellFormed(name.slice(0, name.length - over))).slice(0, LONGEST_NAME);
}
