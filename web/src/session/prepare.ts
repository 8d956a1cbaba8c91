// What is to be played: from a link, from a saved routine, or from nothing.

import type { Core } from '../core/core';
import { isRefusal, type BrokenRule, type RoutineText, type Timeline } from '../core/questions';
import type { Catalogue, RoutineRequest } from '../core/types';
import { wasAnswered } from '../keep/answered';
import { historyOf, withProgress } from '../keep/history';
import { namedPlan } from '../keep/named-plan';
import { ownConditions } from '../keep/own-conditions';
import type { Plan, RunningSession } from '../keep/records';
import type { Store } from '../keep/store';
import { holdsChoices } from '../state/address';
import { aboutRoutine, careFor, isSafetyRule } from '../state/care';
import { keepKnown, known, unknownConditions, vocabularyOf } from '../state/choices';
import { inThisEdition } from '../state/edition';
import { readLink } from '../state/link';
import type { Lookup } from '../state/movements';
import { inShort } from '../state/phrases';
import { say } from '../state/words';
import { itemsOf, routineOf, type Part, type Prepared } from './live';

/** What is brought from afar. */
export interface Materials {
  readonly core: Core;
  readonly catalogue: Catalogue;
}

export interface Workshop extends Materials {
  readonly lookup: Lookup; // of the catalogue
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

/** Someone in a spasm is asked nothing that can wait. */
export function isFirstAid(fragment: string): boolean {
  const parameters = new URLSearchParams(fragment);
  return parameters.get('stage') === SPASM && !parameters.get('routine');
}

/** What an address leads to. */
export interface Found {
  readonly prepared: Prepared | null; // null when there is nothing that may be played
  readonly sent: Sent | null; // came by a link that does not say whose conditions apply
  readonly refused: readonly string[]; // why it must not be played, in words
  readonly changed: readonly string[]; // what was made safe in it, in words
}

/** A routine that somebody sent, with what applies to the reader as far as it is known. */
export interface Sent {
  readonly name: string; // may be empty
  readonly note: string; // of its author, may be empty
  readonly routine: RoutineText;
  readonly request: RoutineRequest;
  readonly isTicked: boolean; // some conditions, by the link or the reader's kept routines
}

export const NOTHING_FOUND: Found = { prepared: null, sent: null, refused: [], changed: [] };

export async function prepare(
  fragment: string,
  workshop: Workshop,
  store: Store,
  today: string,
): Promise<Found> {
  const learns = (request: RoutineRequest): Promise<RoutineRequest> =>
    learned(request, workshop, store, today);
  const plan = await namedPlan(new URLSearchParams(fragment), store);
  if (plan === 'gone') return NOTHING_FOUND;
  if (plan) return fromPlan(plan, workshop, learns);
  if (holdsChoices(fragment)) return fromLink(fragment, workshop, store, learns);
  const [last] = await store.plans().catch(() => []);
  if (last) return fromPlan(last, workshop, learns);
  return fromLink(`stage=${SPASM}&${FIRST_AID}`, workshop, store, learns);
}

type Learns = (request: RoutineRequest) => Promise<RoutineRequest>;

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

async function fromPlan(plan: Plan, workshop: Workshop, learns: Learns): Promise<Found> {
  const about = { name: plan.name, plan: plan.id };
  const request = keepKnown(plan.request, workshop.catalogue);
  const strange = unknownIn(request, workshop);
  if (strange) return strange;
  const anew = plan.settled
    ? null
    : await firstPlanned([await learns(request), request], about, workshop);
  return anew ?? fromKept(plan.routine, request, about, workshop);
}

async function fromLink(
  fragment: string,
  workshop: Workshop,
  store: Store,
  learns: Learns,
): Promise<Found> {
  const { catalogue, core } = workshop;
  const vocabulary = vocabularyOf(catalogue);
  const link = readLink(fragment, vocabulary);
  if (link.isCut) return { ...NOTHING_FOUND, refused: [say('none.cut')] };
  const isOwn = wasAnswered(fragment);
  const own = isOwn ? [] : known(await ownConditions(store), vocabulary.conditions);
  const conditions = [...new Set([...link.choices.conditions, ...own])];
  const request = keepKnown({ ...link.choices, conditions }, catalogue);
  const strange = unknownIn(request, workshop);
  if (strange) return strange;
  const { name, note } = link;
  const about = { name };
  if (link.code === '') {
    // What a link says is planned as it says; only someone in a spasm gets what was learned.
    const requests = isFirstAid(fragment)
      ? [await learns(request), request, withoutPosition(request)]
      : [request];
    return (await firstPlanned(requests, about, workshop)) ?? NOTHING_FOUND;
  }
  const routine = await core.ask('read-code', { code: link.code });
  if (isRefusal(routine)) return NOTHING_FOUND;
  if (isOwn) return fromRoutine(routine, request, about, workshop);
  return {
    ...NOTHING_FOUND,
    sent: { name, note, isTicked: conditions.length > 0, routine, request },
  };
}

/** The reader has said what applies to them: every movement is looked at, and every dose. */
export async function fromSent(
  sent: Sent,
  conditions: readonly string[],
  workshop: Workshop,
): Promise<Found> {
  const request = { ...sent.request, conditions };
  const found = await fromRoutine(sent.routine, request, { name: sent.name }, workshop, 'ours');
  return { ...found, sent: { ...sent, request, isTicked: false } };
}

/** Nothing is planned as if a condition did not apply that this edition has no rules for. */
function unknownIn(request: RoutineRequest, { catalogue }: Workshop): Found | null {
  const unknown = unknownConditions(request, catalogue);
  if (unknown.length === 0) return null;
  return { ...NOTHING_FOUND, refused: [say('unknown_condition', inShort(unknown))] };
}

/** Who may not lie on the back gets a routine all the same. */
function withoutPosition(request: RoutineRequest): RoutineRequest {
  const { posture: _, position_changes: __, ...rest } = request;
  return rest;
}

interface About {
  readonly name: string;
  readonly plan?: string;
}

/** For the first request that a routine is possible for. */
async function firstPlanned(
  requests: readonly RoutineRequest[],
  about: About,
  workshop: Workshop,
): Promise<Found | null> {
  for (const request of requests) {
    const prepared = await planned(request, about, workshop);
    if (prepared) return { ...NOTHING_FOUND, prepared };
  }
  return null;
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

/** Refused when it has a movement that is not there any more. */
async function fromKept(
  routine: RoutineText,
  request: RoutineRequest,
  about: About,
  workshop: Workshop,
): Promise<Found> {
  const { routine: here, gone } = inThisEdition(routine, workshop.lookup);
  if (here && gone.length === 0) return fromRoutine(here, request, about, workshop);
  return { ...NOTHING_FOUND, refused: [say('none.gone', inShort(gone))] };
}

/**
 * A routine that someone wrote. One with a movement that must not be done is refused: a link or an older
 * routine is no way around a condition. `doses`: its own, or ours in place of those outside our limits.
 */
async function fromRoutine(
  routine: RoutineText,
  asked: RoutineRequest,
  about: About,
  workshop: Workshop,
  doses: 'own' | 'ours' = 'own',
): Promise<Found> {
  const { core, lookup } = workshop;
  const request = { ...asked, stage: routine.stage };
  const review = await core.ask('review', aboutRoutine(request, routine));
  if (isRefusal(review)) return NOTHING_FOUND;
  const title = ({ movement = '' }: BrokenRule): string => lookup.title(movement);
  const refused = review.broken
    .filter(({ rule }) => isSafetyRule(rule))
    .map((broken) => say('none.broken', title(broken), broken.reason));
  if (refused.length > 0) return { ...NOTHING_FOUND, refused };
  const outside = review.broken.filter(({ rule }) => doses === 'ours' && rule === 'dose');
  const places = new Set(outside.map(({ place }) => place));
  const items = routine.movements.map(({ dose, ...movement }, place) => ({
    ...movement,
    ...(dose && !places.has(place) ? { dose } : {}),
    step: movement.step ?? review.steps[place] ?? 0,
    posture: lookup.exercise(movement.id)?.posture ?? '',
    care: careFor(movement.id, request.conditions, lookup),
  }));
  const { stage, posture } = routine;
  const part = await asPart({ stage, posture, items }, workshop);
  return {
    ...NOTHING_FOUND,
    prepared: part && { ...part, ...named(about, stage), request },
    changed: [...new Set(outside.map((broken) => say('sent.dose', title(broken))))],
  };
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
  const named = { name: running.name, ...about };
  const found = await fromKept(running.routine, request, named, workshop);
  return found.prepared;
}

function named(about: About, stage: string): About {
  if (about.name !== '') return about;
  return { ...about, name: say(stage === SPASM ? 'name_spasm' : 'name') };
}
