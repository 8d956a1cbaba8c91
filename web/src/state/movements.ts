// A routine joined with the catalogue's words, ready to be shown.

import type {
  Catalogue,
  Exercise,
  Figure,
  PlannedMovement,
  Posture,
  Routine,
  Term,
} from '../core/types';
import { doseInWords, durationInWords } from './phrases';
import { say } from './words';

export interface MovementView {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly position: string; // "Now change position: standing."; empty when it stays the same
  readonly dose: string;
  readonly time: string;
  readonly reasons: readonly string[];
  readonly care: readonly string[];
  readonly figure: Figure | undefined;
}

/** The catalogue by id. An unknown id is shown as itself rather than as nothing. */
export interface Lookup {
  exercise(id: string): Exercise | undefined;
  title(id: string): string;
  posture(id: string): Posture | undefined;
  surface(id: string): Term | undefined;
  condition(id: string): Term | undefined;
  /** The place of a kind of movement in a routine, from 0; -1 for one that is not known. */
  phaseRank(phase: string): number;
  readonly all: readonly Exercise[];
}

export function lookUp(catalogue: Catalogue): Lookup {
  const exercises = byId(catalogue.exercises);
  const postures = byId(catalogue.postures);
  const surfaces = byId(catalogue.surfaces);
  return {
    exercise: (id) => exercises.get(id),
    title: (id) => exercises.get(id)?.title ?? id,
    posture: (id) => postures.get(id),
    surface: (id) => surfaces.get(id),
    condition: (id) => catalogue.conditions.find((term) => term.id === id),
    phaseRank: (phase) => catalogue.phases.findIndex(({ id }) => id === phase),
    all: catalogue.exercises,
  };
}

export function describeMovements(routine: Routine, lookup: Lookup): MovementView[] {
  return routine.movements.map((movement, index) => {
    const exercise = lookup.exercise(movement.id);
    return {
      id: movement.id,
      title: lookup.title(movement.id),
      url: exercise?.url ?? '',
      position: positionInWords(movement, routine.movements[index - 1], lookup),
      dose: doseInWords(movement.dose, exercise ?? { tempo: 1 }),
      time: durationInWords(movement.seconds),
      reasons: movement.reasons,
      care: movement.care,
      figure: exercise?.figure,
    };
  });
}

/** "Now change position: standing."; empty when it stays the same. */
export function positionInWords(
  movement: Pick<PlannedMovement, 'posture' | 'surface'>,
  before: Pick<PlannedMovement, 'posture'> | undefined,
  lookup: Lookup,
): string {
  if (before?.posture === movement.posture) return '';
  const posture = lookup.posture(movement.posture);
  const noun = posture?.noun ?? movement.posture;
  const surface = lookup.surface(movement.surface)?.noun ?? movement.surface;
  // Only for lying: "sitting on a chair" and "standing" already say where.
  const position = posture?.lying ? say('position.lying', noun, surface) : noun;
  return say(before ? 'position.change' : 'position.start', position);
}

function byId<T extends { readonly id: string }>(terms: readonly T[]): ReadonlyMap<string, T> {
  return new Map(terms.map((term) => [term.id, term]));
}
