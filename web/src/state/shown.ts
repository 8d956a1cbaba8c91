// The routine as it is shown: planned by the core, or made by hand and judged by it.

import type { BrokenRule, Review, RoutineText, Timeline } from '../core/questions';
import type { Change, Conflict, Dose, Routine, RoutineRequest } from '../core/types';
import { careFor, isSafetyRule } from './care';
import { draftOf } from './draft';
import { sortedOut, type OutOfRoutine } from './left-out';
import { describeMovements, positionInWords, type Lookup, type MovementView } from './movements';
import { doseInWords, durationInWords } from './phrases';
import { isLocked } from './plan-state';
import { say } from './words';

export interface ShownMovement extends MovementView {
  readonly key: string; // the same for the same movement in every routine
  readonly step: number; // 0 to 3
  readonly givenDose: Dose;
  readonly note: string; // the person's own
  readonly locked: boolean;
  readonly broken: readonly BrokenRule[]; // the rules that it breaks
}

export interface Shown {
  readonly text: RoutineText; // without movements when there is no routine
  readonly settled: boolean; // made by hand
  readonly nearlyBest: boolean; // there may be a better one
  readonly total_seconds: number;
  readonly position_changes: number;
  readonly movements: readonly ShownMovement[];
  readonly broken: readonly BrokenRule[]; // by the whole routine
  readonly unsafe: boolean;
  readonly leftOut: readonly OutOfRoutine[];
  readonly conflicts: readonly Conflict[];
  readonly changes: readonly Change[];
}

export const NOTHING: Shown = {
  text: { stage: '', movements: [] },
  settled: false,
  nearlyBest: false,
  total_seconds: 0,
  position_changes: 0,
  movements: [],
  broken: [],
  unsafe: false,
  leftOut: [],
  conflicts: [],
  changes: [],
};

export function showPlanned(routine: Routine, request: RoutineRequest, lookup: Lookup): Shown {
  const views = describeMovements(routine, lookup);
  const keys = keysOf(routine.movements);
  return {
    text: draftOf(routine),
    settled: false,
    nearlyBest: routine.status === 'feasible' && !request.variety,
    total_seconds: routine.total_seconds,
    position_changes: routine.position_changes,
    movements: routine.movements.map(({ id, step, dose }, place) => ({
      ...(views[place] as MovementView),
      key: keys[place] ?? id,
      step,
      givenDose: dose,
      note: '',
      locked: isLocked(request, id),
      broken: [],
    })),
    broken: [],
    unsafe: false,
    leftOut: routine.left_out,
    conflicts: routine.conflicts,
    changes: routine.changes,
  };
}

export interface Judged {
  readonly review: Review;
  readonly timeline: Timeline;
  readonly planned: Routine; // for the same request: why movements are out, or in
}

export function showDraft(
  draft: RoutineText,
  { review, timeline, planned }: Judged,
  request: RoutineRequest,
  lookup: Lookup,
): Shown {
  const keys = keysOf(draft.movements);
  const places = draft.movements.map(({ id, surface }) => {
    const exercise = lookup.exercise(id);
    return {
      posture: exercise?.posture ?? '',
      surface: surface ?? exercise?.surfaces[0] ?? '',
    };
  });
  return {
    text: draft,
    settled: true,
    nearlyBest: false,
    total_seconds: review.total_seconds,
    position_changes: review.position_changes,
    movements: draft.movements.map(({ id, dose, note }, place) => {
      const exercise = lookup.exercise(id);
      const givenDose = {
        hold_seconds: 0,
        repetitions: 1,
        sets: 1,
        ...dose,
        sides: exercise?.sides ?? 1,
      };
      return {
        id,
        key: keys[place] ?? id,
        title: lookup.title(id),
        url: exercise?.url ?? '',
        position: positionInWords(
          places[place] ?? { posture: '', surface: '' },
          places[place - 1],
          lookup,
        ),
        dose: doseInWords(givenDose, exercise ?? { tempo: 1 }),
        time: durationInWords(secondsAt(timeline, place)),
        reasons: reasonsFor(id, planned),
        care: careFor(id, request.conditions, lookup),
        figure: exercise?.figure,
        step: review.steps[place] ?? 0,
        givenDose,
        note: note ?? '',
        locked: isLocked(request, id),
        broken: review.broken.filter((rule) => rule.place === place),
      };
    }),
    broken: review.broken.filter((rule) => rule.place === undefined),
    unsafe: review.broken.some(({ rule }) => isSafetyRule(rule)),
    leftOut: sortedOut(draft, planned, lookup),
    conflicts: [],
    changes: [],
  };
}

/** By id, and counted where one stands more than once. */
function keysOf(movements: readonly { readonly id: string }[]): string[] {
  const seen = new Map<string, number>();
  return movements.map(({ id }) => {
    const before = seen.get(id) ?? 0;
    seen.set(id, before + 1);
    return `${id}/${before}`;
  });
}

function secondsAt({ cues }: Timeline, place: number): number {
  const lengths = cues.filter((cue) => cue.place === place).map(({ length }) => length);
  return Math.round(lengths.reduce((sum, length) => sum + length, 0) / 1000);
}

// What a movement does stays true wherever it stands; how it fits beside others may not.
const LASTING: ReadonlySet<string> = new Set(['works-on', 'asked', 'helped', 'eases', 'focus']);

function reasonsFor(id: string, { movements }: Routine): readonly string[] {
  const planned = movements.find((movement) => movement.id === id);
  if (!planned) return [say('movement.chosen')];
  const lasting = planned.reasons.filter((_, index) =>
    LASTING.has(planned.because[index]?.id ?? ''),
  );
  return lasting.length > 0 ? lasting : planned.reasons.slice(0, 1);
}
