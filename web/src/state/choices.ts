// What the person has chosen, and every way to change it. Plain data: nothing here knows the page.

import type { Catalogue, RoutineRequest } from '../core/types';

export type Choices = RoutineRequest;

/** The ids that may be chosen, in the order in which they are offered. */
export interface Vocabulary {
  readonly stages: readonly string[];
  readonly surfaces: readonly string[];
  readonly equipment: readonly string[];
  readonly conditions: readonly string[];
}

export function vocabularyOf({ stages, surfaces, equipment, conditions }: Catalogue): Vocabulary {
  const ids = (terms: readonly { readonly id: string }[]): string[] => terms.map(({ id }) => id);
  return {
    stages: ids(stages),
    surfaces: ids(surfaces),
    equipment: ids(equipment),
    conditions: ids(conditions),
  };
}

/** The choices that are lists of ids from the vocabulary. */
export type ListName = 'surfaces' | 'equipment' | 'conditions';
export const LIST_NAMES: readonly ListName[] = ['surfaces', 'equipment', 'conditions'];

export const SHORTEST_MINUTES = 2;
export const LONGEST_MINUTES = 45;

const DEFAULTS: Choices = {
  stage: 'sore',
  minutes: 10,
  surfaces: ['floor'],
  equipment: ['chair', 'pillow'],
  conditions: [],
  exclude: [],
  include: [],
};

/** The first choices; an edition that lacks a word of them starts with what it has. */
export function defaultChoices(vocabulary: Vocabulary): Choices {
  const { stages } = vocabulary;
  const choices = {
    ...DEFAULTS,
    stage: stages.includes(DEFAULTS.stage) ? DEFAULTS.stage : (stages[0] ?? DEFAULTS.stage),
  };
  for (const name of LIST_NAMES) choices[name] = known(DEFAULTS[name], vocabulary[name]);
  return choices;
}

/** The chosen ids that exist, each once, in the order in which they are offered. */
export function known(chosen: readonly string[], offered: readonly string[]): string[] {
  return offered.filter((id) => chosen.includes(id));
}

/** Likewise, and then those that do not exist. */
export function knownFirst(chosen: readonly string[], offered: readonly string[]): string[] {
  const unknown = chosen.filter((id) => id !== '' && !offered.includes(id));
  return [...known(chosen, offered), ...new Set(unknown)];
}

/** What a request says applies to a person, and the edition has no rules for. */
export function unknownConditions(
  { conditions }: Pick<RoutineRequest, 'conditions'>,
  catalogue: Pick<Catalogue, 'conditions'>,
): string[] {
  return conditions.filter((id) => !catalogue.conditions.some((term) => term.id === id));
}

export function withinLimits(minutes: number): number {
  return Math.min(LONGEST_MINUTES, Math.max(SHORTEST_MINUTES, Math.round(minutes)));
}

export function leaveOut(choices: Choices, movement: string): Choices {
  return {
    ...withoutDose(choices, movement),
    exclude: [...without(choices.exclude, movement), movement],
    include: without(choices.include, movement),
  };
}

export function putIn(choices: Choices, movement: string): Choices {
  return {
    ...choices,
    exclude: without(choices.exclude, movement),
    include: [...without(choices.include, movement), movement],
  };
}

/** Neither asked for nor left out: the planner decides. */
export function takeBack(choices: Choices, movement: string): Choices {
  return {
    ...withoutDose(choices, movement),
    exclude: without(choices.exclude, movement),
    include: without(choices.include, movement),
  };
}

function withoutDose(choices: Choices, movement: string): Choices {
  const { doses, ...rest } = choices;
  const left = Object.entries(doses ?? {}).filter(([id]) => id !== movement);
  return left.length > 0 ? { ...rest, doses: Object.fromEntries(left) } : rest;
}

export function withoutAdjustments(choices: Choices): Choices {
  return { ...choices, exclude: [], include: [] };
}

export function isAdjusted(choices: Choices): boolean {
  return choices.exclude.length + choices.include.length > 0;
}

/** Drops movements that the catalogue does not know, and keeps no movement in both lists. */
export function keepKnownMovements(choices: Choices, movements: readonly string[]): Choices {
  const exclude = known(choices.exclude, movements);
  const include = known(choices.include, movements).filter((id) => !exclude.includes(id));
  return { ...choices, exclude, include };
}

function without(ids: readonly string[], id: string): string[] {
  return ids.filter((other) => other !== id);
}

/**
 * Without what another edition knew and this one does not. Conditions stay: a request with one that
 * is not known is refused by the core, rather than planned as if it did not apply.
 */
export function keepKnown(request: RoutineRequest, catalogue: Catalogue): RoutineRequest {
  const ids = (terms: readonly { readonly id: string }[]): string[] => terms.map(({ id }) => id);
  const movements = ids(catalogue.exercises);
  const { focus, posture, doses, helped, hurt, recent, ...rest } = keepKnownMovements(
    request,
    movements,
  );
  const targets = known(focus ?? [], ids(catalogue.targets));
  const steps = Object.entries(doses ?? {}).filter(([id]) => movements.includes(id));
  const stillThere = (name: 'helped' | 'hurt' | 'recent', list?: readonly string[]) =>
    list ? { [name]: list.filter((id) => movements.includes(id)) } : {};
  return {
    ...rest,
    minutes: withinLimits(rest.minutes),
    surfaces: known(rest.surfaces, ids(catalogue.surfaces)),
    equipment: known(rest.equipment, ids(catalogue.equipment)),
    ...(targets.length > 0 ? { focus: targets } : {}),
    ...(posture && ids(catalogue.postures).includes(posture) ? { posture } : {}),
    ...(steps.length > 0 ? { doses: Object.fromEntries(steps) } : {}),
    ...stillThere('helped', helped),
    ...stillThere('hurt', hurt),
    ...stillThere('recent', recent),
  };
}
