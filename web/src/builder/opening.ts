// From an address to what a person works on: their choices, a plan that was sent, one that was kept,
// or the sequence of an article. Nothing in an address can do more than choose among what there is.

import type { Core } from '../core/core';
import { isRefusal } from '../core/questions';
import type { Catalogue, RoutineRequest } from '../core/types';
import { namedPlan } from '../keep/named-plan';
import { ownConditions } from '../keep/own-conditions';
import type { Plan } from '../keep/records';
import type { Store } from '../keep/store';
import { aboutRoutine, isSafetyRule } from '../state/care';
import { keepKnown, known, withinLimits, type Vocabulary } from '../state/choices';
import { draftOfArticle } from '../state/draft';
import { inThisEdition } from '../state/edition';
import { readLink, writeLink, type PlanLink } from '../state/link';
import type { Lookup } from '../state/movements';
import { inShort } from '../state/phrases';
import { stateFor, withMovement, type PlanState } from '../state/plan-state';
import { say } from '../state/words';
import { isOwn, lastFragment } from './last-plan';
import type { Opened } from './view';

export interface Opening {
  readonly state: PlanState;
  readonly plan: Plan | null; // the kept one that it is, or was before it was changed
  readonly isAsKept: boolean;
  readonly opened: Opened | null;
}

export interface Tools {
  readonly core: Core;
  readonly lookup: Lookup;
  readonly catalogue: Catalogue;
  readonly vocabulary: Vocabulary;
  readonly store: () => Promise<Store>;
}

export async function openAddress(fragment: string, tools: Tools): Promise<Opening> {
  const parameters = new URLSearchParams(fragment);
  const wanted = parameters.get('add');
  if (wanted !== null) return addTo(await openAddress(lastFragment(), tools), wanted, tools);
  // A store that is slow to open holds up nobody who needs nothing of it.
  const named = parameters.get('plan') ? await namedPlan(parameters, await tools.store()) : null;
  const plan = named === 'gone' ? null : named;
  if (plan && !parameters.has('stage')) return openPlan(plan, tools);
  const link = readLink(fragment, tools.vocabulary);
  if (plan && (await isUnchanged(plan, link, tools))) return openPlan(plan, tools);
  const conditions = await applying(link, parameters, tools);
  const request = keepKnown({ ...link.choices, conditions }, tools.catalogue);
  const state = { ...stateFor(request), name: link.name, note: link.note };
  const opening = { state, plan: plan && asInAddress(plan, parameters), isAsKept: false };
  const opened: Opened = {
    from: plan ? 'saved' : isOwn(fragment) ? 'own' : 'link',
    title: '',
    otherEdition: false,
    problem: '',
  };

  const article = tools.catalogue.articles.find(({ id, file }) =>
    [id, file].includes(parameters.get('article') ?? ''),
  );
  if (article) {
    return {
      ...opening,
      state: await withArticle(state, article.id, parameters, tools),
      opened: { ...opened, from: 'article', title: article.title },
    };
  }
  if (named === 'gone') {
    return { ...opening, opened: { ...opened, problem: say('opened.gone') } };
  }
  if (link.isCut) {
    return { ...opening, opened: { ...opened, problem: say('opened.cut'), isCut: true } };
  }
  if (link.code === '') {
    const isNamed = link.name !== '' || link.note !== '';
    return { ...opening, opened: isNamed ? opened : null };
  }
  const read = await tools.core.ask('read-code', { code: link.code });
  if (isRefusal(read)) {
    const problem = say('opened.unreadable', read.errors.map(({ message }) => message).join('; '));
    return { ...opening, opened: { ...opened, problem } };
  }
  const { same_catalogue, ...draft } = read;
  const { posture: _, ...asked } = request;
  return {
    ...opening,
    state: {
      ...state,
      request: {
        ...asked,
        stage: draft.stage,
        ...(draft.posture === undefined ? {} : { posture: draft.posture }),
      },
      draft,
    },
    opened: { ...opened, otherEdition: !same_catalogue },
  };
}

/** What the address says was made of that revision: of an older one it does not overwrite the newest. */
function asInAddress(plan: Plan, parameters: URLSearchParams): Plan {
  return { ...plan, revision: Number(parameters.get('revision')) || 0 };
}

/** The address says what is kept, as after a reload, as far as an address can say it. */
async function isUnchanged(plan: Plan, link: PlanLink, tools: Tools): Promise<boolean> {
  const { name, note, request, routine, settled } = plan;
  const kept = settled ? await tools.core.ask('code', routine) : { code: '' };
  if (isRefusal(kept)) return false;
  const asLink = writeLink({ choices: request, code: kept.code, name, note });
  return writeLink(readLink(asLink, tools.vocabulary)) === writeLink(link);
}

/** A routine that somebody sent without saying for whom is judged by what applies to the reader. */
async function applying(
  { code, choices }: PlanLink,
  parameters: URLSearchParams,
  { store, vocabulary }: Tools,
): Promise<readonly string[]> {
  if (code === '' || parameters.has('conditions')) return choices.conditions;
  return known(await ownConditions(await store()), vocabulary.conditions);
}

/** Judged for every place and for the time that it takes, where the address does not say else. */
async function withArticle(
  state: PlanState,
  article: string,
  parameters: URLSearchParams,
  { core, lookup, vocabulary }: Tools,
): Promise<PlanState> {
  const draft = draftOfArticle(article, state.request.stage, lookup);
  if (!draft) return state;
  const timeline = await core.ask('timeline', draft);
  const minutes = isRefusal(timeline) ? 0 : Math.ceil(timeline.total_milliseconds / 60_000);
  const { surfaces } = vocabulary;
  const request = {
    ...state.request,
    ...(parameters.has('minutes') || minutes === 0 ? {} : { minutes: withinLimits(minutes) }),
    ...(parameters.has('surfaces') ? {} : { surfaces }),
  };
  return { ...state, request, draft };
}

/** A movement from its own page, added to what the person worked on last; or why it is not. */
async function addTo(opening: Opening, id: string, { core, lookup }: Tools): Promise<Opening> {
  if (!lookup.exercise(id)) return opening;
  const state = withMovement(opening.state, id, lookup);
  const { draft } = state;
  if (!draft || draft !== opening.state.draft) return { ...opening, state, isAsKept: false };
  const why = await whyNot(id, state.request, core);
  const problem = say('opened.not_added', lookup.title(id), why);
  const opened = { from: 'saved', title: '', otherEdition: false, ...opening.opened } as const;
  return { ...opening, opened: { ...opened, problem } };
}

/** The rule that keeps a movement out of a routine made by hand; empty when there is none. */
async function whyNot(id: string, request: RoutineRequest, core: Core): Promise<string> {
  const dose = { hold_seconds: 0, repetitions: 1, sets: 1 };
  const alone = { stage: request.stage, movements: [{ id, dose }] };
  const review = await core.ask('review', aboutRoutine(request, alone));
  if (isRefusal(review)) return '';
  return review.broken.find(({ place, rule }) => place === 0 && isSafetyRule(rule))?.reason ?? '';
}

function openPlan(plan: Plan, { catalogue, lookup }: Tools): Opening {
  const { name, note, routine, settled } = plan;
  const request = keepKnown(plan.request, catalogue);
  const here = settled ? inThisEdition(routine, lookup) : null;
  const gone = here?.gone ?? [];
  const draft = here?.routine ?? null;
  return {
    state: { ...stateFor(request), name, note, draft },
    plan,
    isAsKept: gone.length === 0,
    opened: {
      from: 'saved',
      title: '',
      otherEdition: here?.isOtherwise === true && draft !== null,
      problem:
        gone.length === 0 ? '' : say(draft ? 'opened.without' : 'opened.none_left', inShort(gone)),
    },
  };
}
