// What the builder asks the core about a plan: all that its page shows, in one go.

import type { Core } from '../core/core';
import { isRefusal, type RoutineText } from '../core/questions';
import type { RefusedRequest, RoutineRequest } from '../core/types';
import { aboutRoutine } from '../state/care';
import { draftOf, withoutNotes } from '../state/draft';
import type { Lookup } from '../state/movements';
import { settledRoutine, type PlanState } from '../state/plan-state';
import { showDraft, showPlanned, type Shown } from '../state/shown';

export interface Shows {
  readonly shown: Shown;
  readonly code: string; // of the routine; empty when there is none
  readonly bareCode: string; // of the routine without its notes
}

/**
 * The same core, which answers the last request for a routine without planning it again: an edit by hand
 * leaves the request as it is, and another routine was planned already when it was looked for.
 */
export function rememberingPlan(core: Core): Core {
  let last = '';
  let planned: ReturnType<typeof core.ask<'plan'>> | undefined;
  const plan = (request: RoutineRequest): NonNullable<typeof planned> => {
    const key = JSON.stringify(Object.entries(request).sort());
    if (!planned || key !== last) {
      last = key;
      planned = core.ask('plan', request);
      planned.catch(() => (planned = undefined)); // what failed is tried again
    }
    return planned;
  };
  return {
    ask: (name, question) =>
      name === 'plan' ? plan(question as RoutineRequest) : core.ask(name, question),
  } as Core;
}

/** `request` is the state's, with what follows from the sessions so far. */
export async function askAbout(
  core: Core,
  state: PlanState,
  request: RoutineRequest,
  lookup: Lookup,
): Promise<Shows | RefusedRequest> {
  const { request: own } = state;
  const draft = settledRoutine(state, lookup);
  if (!draft) {
    const planned = await core.ask('plan', request);
    if (isRefusal(planned)) return planned;
    const code = codeOf(core, draftOf(planned)); // on its way while the words are put together
    const shown = showPlanned(planned, own, lookup);
    return { shown, code: await code, bareCode: await code };
  }
  const { posture: _, ...rest } = draft;
  const routine = { ...rest, ...(own.posture ? { posture: own.posture } : {}) };
  // Doses that a person set by hand are not judged by those of the sessions so far.
  const [planned, review, timeline, code, bareCode] = await Promise.all([
    core.ask('plan', request),
    core.ask('review', aboutRoutine(own, routine)),
    core.ask('timeline', routine),
    codeOf(core, routine),
    codeOf(core, withoutNotes(routine)),
  ]);
  if (isRefusal(planned)) return planned;
  if (isRefusal(review)) return review;
  if (isRefusal(timeline)) return timeline;
  return { shown: showDraft(routine, { review, timeline, planned }, own, lookup), code, bareCode };
}

async function codeOf(core: Core, routine: RoutineText): Promise<string> {
  if (routine.movements.length === 0) return '';
  const answer = await core.ask('code', routine);
  return isRefusal(answer) ? '' : answer.code;
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
