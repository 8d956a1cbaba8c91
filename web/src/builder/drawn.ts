// What is drawn: the core's answer, and the state that it was asked about.

import type { RoutineText } from '../core/questions';
import type { RefusedRequest } from '../core/types';
import type { PlanState } from '../state/plan-state';
import { NOTHING } from '../state/shown';
import { say } from '../state/words';
import type { Shows } from './ask';

export interface Drawn extends Shows {
  readonly state: PlanState; // that the core was asked about
  readonly problem: string; // why there is no routine, in words; empty when there is one
}

export function drawnFrom(state: PlanState, shows: Shows | RefusedRequest): Drawn {
  if ('errors' in shows) {
    const problems = shows.errors.map(({ field, message }) => `${field} ${message}`).join('; ');
    return nothingDrawn(state, say('refused', problems));
  }
  const isEmpty = shows.shown.movements.length === 0;
  return { ...shows, state, problem: isEmpty ? say('no_routine') : '' };
}

export function nothingDrawn(state: PlanState, problem: string): Drawn {
  return { state, shown: NOTHING, code: '', bareCode: '', problem };
}

/** What is drawn answers the present state; false while another routine is on its way. */
export function isCurrent(drawn: Drawn | null, state: PlanState): boolean {
  return drawn?.state.request === state.request && drawn.state.draft === state.draft;
}

/** Whoever types is faster than the core: while only notes differ, the next one goes in as well. */
export function textForNotes(drawn: Drawn | null, state: PlanState): RoutineText | undefined {
  if (isCurrent(drawn, state)) return drawn?.shown.text;
  const ids = (text: RoutineText | undefined): string =>
    (text?.movements ?? []).map(({ id }) => id).join();
  const isSame =
    drawn?.state.request === state.request &&
    state.draft !== null &&
    ids(state.draft) === ids(drawn.shown.text);
  return isSame ? (state.draft ?? undefined) : undefined;
}
