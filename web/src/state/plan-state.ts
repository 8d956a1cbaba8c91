// What a person works on in the builder, and every way to change it. Plain data.

import type { Alternative, RoutineText } from '../core/questions';
import type { RoutineRequest } from '../core/types';
import { leaveOut, LONGEST_MINUTES, putIn, SHORTEST_MINUTES, takeBack } from './choices';
import { added, draftAt, moved, removed, swapped, withNote, withStep } from './draft';
import { writeLink } from './link';
import type { Lookup } from './movements';
import type { Shown } from './shown';

export interface PlanState {
  readonly request: RoutineRequest;
  readonly draft: RoutineText | null; // null: the routine that the core plans for the request
  readonly name: string;
  readonly note: string; // of its author, for whoever gets it
  readonly progress: boolean; // doses follow from the sessions so far
}

/** The answers of the form; the rest of the request is what the person did to the routine. */
export type Answers = Pick<
  RoutineRequest,
  'stage' | 'minutes' | 'surfaces' | 'equipment' | 'conditions'
> & {
  readonly focus: readonly string[];
  readonly eases: RoutineRequest['eases'] | undefined;
  readonly posture: string | undefined;
};

export function stateFor(request: RoutineRequest): PlanState {
  return { request, draft: null, name: '', note: '', progress: true };
}

/** New answers mean the best routine again. A routine changed by hand stays, and is reviewed. */
export function withAnswers(
  state: PlanState,
  answers: Answers,
  lookup: Lookup | undefined,
): PlanState {
  const { variety: _, ...kept } = state.request;
  const request = withoutEmpty({
    ...kept,
    ...answers,
    conditions: applying(state, answers, lookup),
  });
  return { ...state, request };
}

/** The routine that was made by hand, in the doses of the stage that is asked for. */
export function settledRoutine({ draft, request }: PlanState, lookup: Lookup): RoutineText | null {
  return draft && draftAt(draft, request.stage, lookup);
}

/** The form cannot show a condition that it does not know: it stays until a person lets it go. */
function applying(
  { request }: PlanState,
  { conditions }: Answers,
  lookup: Lookup | undefined,
): string[] {
  const unknown = lookup ? request.conditions.filter((id) => !lookup.condition(id)) : [];
  return [...conditions, ...unknown];
}

export function withKnownConditions(state: PlanState, lookup: Lookup): PlanState {
  const conditions = state.request.conditions.filter((id) => lookup.condition(id));
  return { ...state, request: { ...state.request, conditions } };
}

export function sayTheSameApplies(
  { request: one }: PlanState,
  { request: other }: PlanState,
): boolean {
  return one.conditions.join() === other.conditions.join();
}

/** The plan as an address says it; `code` is that of the routine, empty for one that is planned. */
export function fragmentOf({ request, name, note }: PlanState, code: string): string {
  return writeLink({ choices: request, code, name, note });
}

/** Plans for other minutes or places, or another routine, whatever was changed by hand. */
export function replanned(state: PlanState, change: Partial<RoutineRequest>): PlanState {
  const { variety: _, ...kept } = state.request;
  return { ...state, request: withoutEmpty({ ...kept, ...change }), draft: null };
}

/** In a planned routine something else may take its place; in one made by hand there is a gap. */
export function withoutMovement(state: PlanState, place: number, id: string): PlanState {
  const request = unlocked(leaveOut(state.request, id), id);
  if (!state.draft) return { ...state, request };
  const draft = removed(state.draft, place);
  const standsElsewhere = draft.movements.some((movement) => movement.id === id);
  return { ...state, request: standsElsewhere ? state.request : request, draft };
}

export function withMovement(state: PlanState, id: string, lookup: Lookup): PlanState {
  if (!state.draft) return { ...state, request: putIn(state.request, id) };
  const request = takeBack(state.request, id);
  const draft = draftAt(state.draft, request.stage, lookup);
  return { ...state, request, draft: added(draft, id, request.surfaces, lookup) };
}

/** An edit by hand settles the routine that is shown. */
export function edited(
  state: PlanState,
  shown: RoutineText,
  edit: (draft: RoutineText) => RoutineText,
): PlanState {
  const before = state.draft ?? shown;
  const draft = edit(before);
  return draft === before ? state : { ...state, draft };
}

/** An edit of doses is one at the stage that is shown. */
function editedHere(
  state: PlanState,
  shown: RoutineText,
  edit: (draft: RoutineText) => RoutineText,
): PlanState {
  const draft = edit(shown);
  return draft === shown ? state : { ...state, draft };
}

export function withMovementByHand(
  state: PlanState,
  shown: RoutineText,
  id: string,
  lookup: Lookup,
): PlanState {
  const request = takeBack(state.request, id);
  return editedHere({ ...state, request }, shown, (draft) =>
    added(draft, id, request.surfaces, lookup),
  );
}

export function withMovedMovement(
  state: PlanState,
  shown: RoutineText,
  from: number,
  to: number,
): PlanState {
  return edited(state, shown, (draft) => moved(draft, from, to));
}

export function withSwap(
  state: PlanState,
  shown: RoutineText,
  place: number,
  other: Alternative,
): PlanState {
  const gone = shown.movements[place]?.id ?? '';
  const request = takeBack(unlocked(state.request, gone), other.id);
  return editedHere({ ...state, request }, shown, (draft) => swapped(draft, place, other));
}

/** A locked dose stays locked, at its new step. */
export function withDoseStep(
  state: PlanState,
  shown: RoutineText,
  place: number,
  step: number,
  lookup: Lookup,
): PlanState {
  const next = editedHere(state, shown, (draft) => withStep(draft, place, step, lookup));
  const id = shown.movements[place]?.id ?? '';
  if (next === state || !isLocked(state.request, id)) return next;
  return { ...next, request: locked(state.request, id, step) };
}

export function withMovementNote(
  state: PlanState,
  shown: RoutineText,
  place: number,
  text: string,
): PlanState {
  return edited(state, shown, (draft) => withNote(draft, place, text));
}

export function isLocked({ include, doses }: RoutineRequest, id: string): boolean {
  return include.includes(id) && doses?.[id] !== undefined;
}

/** Locked: whatever is planned has this movement in exactly this dose. */
export function withLock(
  state: PlanState,
  shown: RoutineText,
  id: string,
  step: number,
  lock: boolean,
): PlanState {
  const request = lock ? locked(state.request, id, step) : unlocked(state.request, id);
  return { ...state, request, draft: state.draft && shown };
}

const SPARE = 5 * 60; // seconds; when more are left, no other movement fits

/** The next time that gives a shorter or a longer routine than the one shown; undefined when there is none. */
export function otherTime(
  minutes: number,
  { total_seconds, settled }: Pick<Shown, 'total_seconds' | 'settled'>,
  way: 1 | -1,
): number | undefined {
  const taken = Math.ceil(total_seconds / 60);
  if (settled) return otherMinutes(taken, way);
  if (way < 0) return otherMinutes(taken === 0 ? minutes : Math.min(minutes, taken), way);
  const isExhausted = taken > 0 && minutes * 60 - total_seconds > SPARE;
  return isExhausted ? undefined : otherMinutes(minutes, way);
}

/** The next shorter or longer time, or undefined at the end. */
export function otherMinutes(minutes: number, way: 1 | -1): number | undefined {
  const times = [SHORTEST_MINUTES, 3, 5, 8, 10, 15, 20, 30, LONGEST_MINUTES];
  return way > 0
    ? times.find((time) => time > minutes)
    : times.reverse().find((time) => time < minutes);
}

function locked(request: RoutineRequest, id: string, step: number): RoutineRequest {
  return { ...putIn(request, id), doses: { ...request.doses, [id]: step } };
}

function unlocked(request: RoutineRequest, id: string): RoutineRequest {
  if (!isLocked(request, id)) return request;
  const { [id]: _, ...doses } = request.doses ?? {};
  const include = request.include.filter((other) => other !== id);
  return withoutEmpty({ ...request, include, doses });
}

/** What was not answered has no field. */
function withoutEmpty(request: RoutineRequest): RoutineRequest {
  const { focus, eases, posture, doses, ...rest } = request;
  return {
    ...rest,
    ...(focus?.length ? { focus } : {}),
    ...(eases ? { eases } : {}),
    ...(posture ? { posture } : {}),
    ...(doses && Object.keys(doses).length > 0 ? { doses } : {}),
  };
}
