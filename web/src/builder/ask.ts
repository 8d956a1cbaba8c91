// What the builder asks the core about a plan: all that its page shows, in one go.

import type { Core } from '../core/core';
import { isRefusal } from '../core/questions';
import type { RefusedRequest, RoutineRequest } from '../core/types';
import { aboutRoutine } from '../state/care';
import type { Lookup } from '../state/movements';
import type { PlanState } from '../state/plan-state';
import { showDraft, showPlanned, type Shown } from '../state/shown';

export interface Shows {
  readonly shown: Shown;
  readonly code: string; // of the routine; empty when there is none
}

/** `request` is the state's, with what follows from the sessions so far. */
export async function askAbout(
  core: Core,
  { draft, request: own }: PlanState,
  request: RoutineRequest,
  lookup: Lookup,
): Promise<Shows | RefusedRequest> {
  if (!draft) {
    const planned = await core.ask('plan', request);
    if (isRefusal(planned)) return planned;
    return withCode(core, showPlanned(planned, own, lookup));
  }
  const { posture: _, ...rest } = draft;
  const routine = { ...rest, ...(own.posture ? { posture: own.posture } : {}) };
  // Doses that a person set by hand are not judged by those of the sessions so far.
  const [planned, review, timeline] = await Promise.all([
    core.ask('plan', request),
    core.ask('review', aboutRoutine(own, routine)),
    core.ask('timeline', routine),
  ]);
  if (isRefusal(planned)) return planned;
  if (isRefusal(review)) return review;
  if (isRefusal(timeline)) return timeline;
  return withCode(core, showDraft(routine, { review, timeline, planned }, own, lookup));
}

async function withCode(core: Core, shown: Shown): Promise<Shows> {
  if (shown.movements.length === 0) return { shown, code: '' };
  const answer = await core.ask('code', shown.text);
  return { shown, code: isRefusal(answer) ? '' : answer.code };
}

/** Another routine that is nearly as good and not the one that is shown; undefined if there is none. */
export async function anotherVariety(
  core: Core,
  request: RoutineRequest,
  shown: Shown,
): Promise<number | undefined> {
  const ids = (movements: readonly { readonly id: string }[]): string =>
    movements.map(({ id }) => id).join();
  const first = (request.variety ?? 0) + 1;
  for (let variety = first; variety < first + MOST_TRIES; ++variety) {
    const other = await core.ask('plan', { ...request, variety });
    if (isRefusal(other)) return undefined;
    if (other.movements.length > 0 && ids(other.movements) !== ids(shown.movements)) return variety;
  }
  return undefined;
}

const MOST_TRIES = 6;
