// The texts that cross the boundary to the routine core; docs/routine-format.md describes them.

/** What a person asks for. Every value is an id from the catalogue. */
export interface RoutineRequest {
  readonly stage: string;
  readonly minutes: number; // whole minutes
  readonly surfaces: readonly string[]; // at least one
  readonly equipment: readonly string[];
  readonly conditions: readonly string[];
  readonly exclude: readonly string[]; // movements to leave out
  readonly include: readonly string[]; // movements to put in; none of them also excluded
  readonly doses?: Readonly<Record<string, number>>; // dose steps that movements must have
  readonly focus?: readonly string[]; // targets
  readonly eases?: 'flexion' | 'extension' | 'neither';
  readonly helped?: readonly string[]; // movements, as are the next two
  readonly hurt?: readonly string[];
  readonly recent?: readonly string[];
  readonly position_changes?: number; // at most
  readonly posture?: string; // how the person is now
  readonly variety?: number; // 0: the best; else another one for each number
}

/** A sentence as data: its id and what it is about. The core says it in words as well. */
export interface Phrase {
  readonly id: string;
  readonly [argument: string]: string | number | readonly string[];
}

export interface Dose {
  readonly hold_seconds: number; // 0: moving, not holding
  readonly repetitions: number; // in each set, for each side
  readonly sets: number;
  readonly sides: number; // 1: both together; 2: each side in turn
}

export interface PlannedMovement {
  readonly id: string;
  readonly phase: string;
  readonly posture: string;
  readonly surface: string;
  readonly step: number; // dose step, 0 to 3
  readonly dose: Dose;
  readonly change_seconds: number; // changing position from the movement before
  readonly ready_seconds: number; // getting ready
  readonly seconds: number; // all of it: changing, getting ready and doing
  readonly reasons: readonly string[];
  readonly because: readonly Phrase[]; // the same as data
  readonly care: readonly string[]; // the change to make, by declared condition
}

/** The rule that keeps a movement out of a routine. */
export type Rule =
  | 'condition'
  | 'not-offered'
  | 'excluded'
  | 'stage'
  | 'surface'
  | 'equipment'
  | 'order'
  | 'part'
  | 'position'
  | 'direction'
  | 'start'
  | 'rest'
  | 'time'
  | 'value'
  | 'conflict';

export interface LeftOut {
  readonly id: string;
  readonly rule: Rule;
  readonly reason: string;
  readonly because: readonly Phrase[];
}

export interface Conflict {
  readonly movements: readonly string[]; // what was asked for and cannot be; may be empty
  readonly reason: string;
  readonly because: readonly Phrase[];
}

/** Answers of the request that would all have to change so that there is a routine. */
export interface Change {
  readonly text: string;
  readonly answers: readonly Phrase[];
}

export interface Routine {
  readonly stage: string;
  readonly posture?: string; // that the request gave
  readonly status: 'optimal' | 'feasible' | 'infeasible';
  readonly score: number;
  readonly bound: number;
  readonly total_seconds: number;
  readonly position_changes: number;
  readonly movements: readonly PlannedMovement[];
  readonly left_out: readonly LeftOut[];
  readonly conflicts: readonly Conflict[];
  readonly changes: readonly Change[]; // each of them would help
}

export interface RequestProblem {
  readonly field: string;
  readonly message: string; // a sentence without the field's name
}

export interface RefusedRequest {
  readonly errors: readonly RequestProblem[];
}

export type PlanAnswer = Routine | RefusedRequest;

export function isRefused(answer: PlanAnswer): answer is RefusedRequest {
  return 'errors' in answer;
}

export interface Term {
  readonly id: string;
  readonly label: string; // for headings: "Lying on your back"
  readonly noun: string; // inside a sentence: "lying on your back"
}

export interface Posture extends Term {
  readonly lying: boolean;
}

export interface Exercise {
  readonly id: string;
  readonly title: string;
  readonly url: string; // absolute path on this site
  readonly phase: string;
  readonly posture: string;
  readonly surfaces: readonly string[];
  readonly tempo: number; // seconds for one repetition without a hold; 0 when it has no pace
  readonly sides: number;
  readonly dose: Readonly<Record<string, DoseRange>>; // by stage
  readonly conditions: Readonly<Record<string, Verdict>>;
  readonly sources: readonly ArticleEntry[];
  readonly figure?: Figure;
}

export interface Article {
  readonly id: string;
  readonly title: string;
  readonly file: string; // its name in the collection of articles
}

/** From the lowest to the highest. */
export type Range = readonly [number, number];

export interface DoseRange {
  readonly hold: Range; // seconds
  readonly repetitions: Range;
  readonly sets: Range;
}

export interface Verdict {
  readonly verdict: 'avoid' | 'care' | 'fine';
  readonly note: string;
}

/** What an article says of a movement; what it does not say is null. */
export interface ArticleEntry {
  readonly source: string; // the id of the article
  readonly order: number;
  readonly dose: {
    readonly hold: Range | null;
    readonly repetitions: Range | null;
    readonly sets: Range | null;
  };
}

/** The picture of a movement, and what it shows. Times are milliseconds of the animation. */
export interface Figure {
  readonly thumbnail: string;
  readonly animated: string;
  readonly other_side?: string; // mirrored, where each side takes its turn
  readonly description: string;
  readonly milliseconds: number; // 0: nothing moves
  readonly held_from: number; // the longest stay away from the first pose
  readonly held_until: number;
}

/** A step on the way from one position to another, drawn: there and back again. */
export interface PositionChange {
  readonly id: string;
  readonly shows: readonly string[]; // "supine-to-prone"; others may show more of the same
  readonly in_bed: boolean;
  readonly animated: string;
  readonly description: string;
  readonly milliseconds: number;
}

/** The part of catalogue.json that the page reads; the core reads all of it. */
export interface Catalogue {
  readonly version: number;
  readonly postures: readonly Posture[];
  readonly surfaces: readonly Term[];
  readonly equipment: readonly Term[];
  readonly targets: readonly Term[];
  readonly stages: readonly Term[];
  readonly conditions: readonly Term[];
  readonly phases: readonly Term[]; // in the order of a routine
  readonly articles: readonly Article[];
  readonly exercises: readonly Exercise[];
  readonly changes: readonly PositionChange[];
}
