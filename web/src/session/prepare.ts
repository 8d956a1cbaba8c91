// What is to be played: from a link, from a saved routine, or from nothing.

import type { Core } from '../core/core';
import { isRefusal, type RoutineText, type Timeline } from '../core/questions';
import type { Catalogue, RoutineRequest } from '../core/types';
import { historyOf, withProgress } from '../keep/history';
import type { RunningSession } from '../keep/records';
import type { Store } from '../keep/store';
import { holdsChoices } from '../state/address';
import { careFor, isSafetyRule } from '../state/care';
import { keepKnown, type Vocabulary } from '../state/choices';
import { readLink } from '../state/link';
import { lookUp } from '../state/movements';
import { say } from '../state/words';
import { itemsOf, routineOf, type Item, type Part, type Prepared } from './live';

export interface Workshop {
  readonly core: Core;
  readonly catalogue: Catalogue;
}

/** Before it has come. */
export const NO_CATALOGUE: Catalogue = {
  version: 0,
  postures: [],
  surfaces: [],
  equipment: [],
  targets: [],
  phases: [],
  articles: [],
  stages: [],
  conditions: [],
  exercises: [],
  changes: [],
};

const SPASM = 'spasm';

/** When nothing is asked for and nothing is kept: lying down, and staying there. */
const FIRST_AID = 'minutes=8&surfaces=floor,bed&equipment=&posture=supine&position_changes=0';

export function vocabularyOf(catalogue: Catalogue): Vocabulary {
  const ids = (terms: readonly { readonly id: string }[]): string[] => terms.map(({ id }) => id);
  return {
    stages: ids(catalogue.stages),
    surfaces: ids(catalogue.surfaces),
    equipment: ids(catalogue.equipment),
    conditions: ids(catalogue.conditions),
  };
}

/** Someone in a spasm is asked nothing that can wait. */
export function isFirstAid(fragment: string): boolean {
  const parameters = new URLSearchParams(fragment);
  return parameters.get('stage') === SPASM && !parameters.get('routine');
}

/** Null when no routine is possible. */
export async function prepare(
  fragment: string,
  workshop: Workshop,
  store: Store,
  today: string,
): Promise<Prepared | null> {
  const learns = (request: RoutineRequest): Promise<RoutineRequest> =>
    learned(request, workshop, store, today);
  const id = new URLSearchParams(fragment).get('plan');
  if (id) {
    const plan = await store.plan(id);
    return plan ? fromPlan(plan, workshop, learns) : null;
  }
  if (holdsChoices(fragment))
    return fromLink(fragment, workshop, isFirstAid(fragment) ? learns : asked);
  const [last] = await store.plans().catch(() => []);
  if (last) return fromPlan(last, workshop, learns);
  return fromLink(`stage=${SPASM}&${FIRST_AID}`, workshop, learns);
}

type Learns = (request: RoutineRequest) => Promise<RoutineRequest>;

/** What a link says is planned as it says. */
const asked: Learns = async (request) => request;

/** With what the sessions so far have shown: doses, what helped and what hurt. */
async function learned(
  request: RoutineRequest,
  { core }: Workshop,
  store: Store,
  today: string,
): Promise<RoutineRequest> {
  try {
    const sessions = await store.sessions();
    if (sessions.length === 0) return request;
    const progress = await core.ask('progress', historyOf(sessions, today, request.stage));
    if (isRefusal(progress)) return request;
    return withProgress(request, progress, await store.settings());
  } catch {
    return request; // a store that fails must not keep anyone from a session
  }
}

type SavedPlan = NonNullable<Awaited<ReturnType<Store['plan']>>>;

async function fromPlan(
  plan: SavedPlan,
  workshop: Workshop,
  learns: Learns,
): Promise<Prepared | null> {
  const about = { name: plan.name, plan: plan.id };
  const request = keepKnown(plan.request, workshop.catalogue);
  if (plan.settled) return fromRoutine(plan.routine, request, about, workshop);
  return (
    (await planned(await learns(request), about, workshop)) ??
    (await planned(request, about, workshop)) ??
    fromRoutine(plan.routine, request, about, workshop)
  );
}

async function fromLink(
  fragment: string,
  workshop: Workshop,
  learns: Learns,
): Promise<Prepared | null> {
  const { catalogue, core } = workshop;
  const link = readLink(fragment, vocabularyOf(catalogue));
  const request = keepKnown(link.choices, catalogue);
  const about = { name: link.name };
  if (link.code === '')
    return (
      (await planned(await learns(request), about, workshop)) ?? planned(request, about, workshop)
    );
  const routine = await core.ask('read-code', { code: link.code });
  if (isRefusal(routine)) return null;
  return fromRoutine(routine, request, about, workshop);
}

interface About {
  readonly name: string;
  readonly plan?: string;
}

async function planned(
  request: RoutineRequest,
  about: About,
  workshop: Workshop,
): Promise<Prepared | null> {
  const answer = await workshop.core.ask('plan', request);
  if (isRefusal(answer) || answer.status === 'infeasible') return null;
  const items = itemsOf(answer.movements);
  const part = await asPart({ stage: answer.stage, posture: request.posture, items }, workshop);
  return part && { ...part, ...named(about, answer.stage), request };
}

async function fromRoutine(
  routine: RoutineText,
  asked: RoutineRequest,
  about: About,
  workshop: Workshop,
): Promise<Prepared | null> {
  const request = { ...asked, stage: routine.stage };
  const items = await itemsOfText(routine, request, workshop);
  if (!items) return null;
  const { stage, posture } = routine;
  const part = await asPart({ stage, posture, items }, workshop);
  return part && { ...part, ...named(about, stage), request };
}

/**
 * The dose steps of a routine that someone wrote are those that a review finds. Null when a movement
 * in it must not be done: a link or an older routine is no way around a condition.
 */
async function itemsOfText(
  routine: RoutineText,
  request: RoutineRequest,
  { core, catalogue }: Workshop,
): Promise<Item[] | null> {
  const review = await core.ask('review', { request, routine });
  if (isRefusal(review) || review.broken.some(({ rule }) => isSafetyRule(rule))) return null;
  const lookup = lookUp(catalogue);
  return routine.movements.map((movement, place) => ({
    ...movement,
    step: movement.step ?? review.steps[place] ?? 0,
    posture: lookup.exercise(movement.id)?.posture ?? '',
    care: careFor(movement.id, request.conditions, lookup),
  }));
}

/** A routine with its timeline; null when the core refuses it. */
export async function asPart(
  part: Omit<Part, 'planned'>,
  { core }: Workshop,
): Promise<Part | null> {
  if (part.items.length === 0) return null;
  const planned = await core.ask('timeline', routineOf(part));
  return isRefusal(planned) ? null : { ...part, planned: planned satisfies Timeline };
}

/** A session that was interrupted by a reload or a flat battery. */
export async function revived(
  running: RunningSession,
  workshop: Workshop,
): Promise<Prepared | null> {
  const about = running.plan === undefined ? {} : { plan: running.plan };
  const request = keepKnown(running.request, workshop.catalogue);
  return fromRoutine(running.routine, request, { name: running.name, ...about }, workshop);
}

function named(about: About, stage: string): About {
  if (about.name !== '') return about;
  return { ...about, name: say(stage === SPASM ? 'name_spasm' : 'name') };
}
