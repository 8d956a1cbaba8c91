// What the routine core can be asked, by name; docs/questions.md describes it.

import type { Dose, Phrase, PlanAnswer, RefusedRequest, RoutineRequest, Rule } from './types';

/** A routine that is there already: one that the core answered, or one that a person keeps. */
export interface RoutineText {
  readonly stage: string;
  readonly posture?: string; // before the first movement
  readonly movements: readonly RoutineMovement[]; // 1 to 100
}

export interface RoutineMovement {
  readonly id: string;
  readonly surface?: string;
  readonly dose?: Omit<Dose, 'sides'> & { readonly sides?: number }; // or `step`
  readonly step?: number; // 0 to 3
  readonly note?: string; // at most 1500 bytes of UTF-8
}

export interface AboutRoutine {
  readonly request: RoutineRequest;
  readonly routine: RoutineText; // for the stage of the request
}

export interface Review {
  readonly keeps_rules: boolean;
  readonly score: number;
  readonly total_seconds: number;
  readonly position_changes: number;
  readonly steps: readonly number[]; // by movement, 0 to 3
  readonly broken: readonly BrokenRule[];
}

export interface BrokenRule {
  readonly rule: Rule | 'repeated' | 'dose' | 'missing';
  readonly place?: number; // in `movements`; missing when the whole routine breaks it
  readonly movement?: string;
  readonly reason: string;
  readonly because: readonly Phrase[];
}

export interface Alternative {
  readonly id: string;
  readonly place: number; // in the routine with it
  readonly surface: string;
  readonly step: number;
  readonly dose: Dose;
  readonly score: number;
  readonly score_difference: number;
  readonly seconds_difference: number;
  readonly position_changes: number;
}

export interface Interruption extends AboutRoutine {
  readonly place: number;
  readonly why: 'stop' | 'ease' | 'swap' | 'late';
  readonly seconds_left: number; // 0 to 3600
  readonly posture?: string;
}

export type CueKind = 'change' | 'ready' | 'move' | 'hold' | 'switch' | 'rest' | 'done';

/** Milliseconds; each cue begins where the one before it ends. */
export interface Cue {
  readonly kind: CueKind;
  readonly movement?: string;
  readonly place?: number;
  readonly start: number;
  readonly length: number;
  readonly set?: number;
  readonly side?: number; // 1 or 2
  readonly repetition?: number;
  readonly from?: string; // postures
  readonly to?: string;
  readonly instruction?: string; // "supine-to-prone"
}

export interface Timeline {
  readonly total_milliseconds: number;
  readonly cues: readonly Cue[];
}

export interface History {
  readonly today: string; // 2026-11-22
  readonly stage?: string; // of the next request
  readonly sessions: readonly DoneSession[];
}

export interface DoneSession {
  readonly date: string;
  readonly stage: string;
  readonly pain_before: number; // 0 to 10
  readonly pain_after: number;
  readonly pain_next_morning?: number;
  readonly leg_symptoms?: boolean;
  readonly warned?: boolean; // a warning sign ended it
  readonly movements: readonly DoneMovement[];
}

export interface DoneMovement {
  readonly id: string;
  readonly step: number; // 0 to 3
  readonly felt?: 'helped' | 'hurt' | 'neither';
}

export interface Progress {
  readonly steps: Readonly<Record<string, number>>;
  readonly changes: readonly StepChange[];
  readonly helped: readonly string[];
  readonly hurt: readonly string[];
  readonly recent: readonly string[];
  readonly advice: readonly Advice[];
  readonly unknown: readonly string[];
}

export interface StepChange {
  readonly movement: string;
  readonly from: number;
  readonly to: number;
  readonly days: number;
  readonly pain?: number;
  readonly rule: string;
  readonly source: readonly string[];
  readonly text: string;
}

export interface Advice {
  readonly movement?: string;
  readonly days?: number;
  readonly rule: 'leg-symptoms' | 'ease-off' | 'leave-out' | 'note-morning';
  readonly source: readonly string[];
  readonly text: string;
}

export interface ReadCode extends RoutineText {
  readonly same_catalogue: boolean;
}

export interface CalendarQuestion {
  readonly title: string;
  readonly description?: string;
  readonly url?: string;
  readonly minutes: number; // 1 to 600
  readonly start: string; // 2026-11-22
  readonly stamp: string; // 20261122T150000Z
  readonly times: readonly string[]; // 1 to 3, "07:30"
  readonly days: readonly string[]; // "mo" to "su"
  readonly weeks?: number;
}

/** Each question with its answer. */
export interface Questions {
  plan: [RoutineRequest, Exclude<PlanAnswer, RefusedRequest>];
  review: [AboutRoutine, Review];
  swap: [AboutRoutine & { readonly place: number }, { readonly alternatives: Alternative[] }];
  replan: [Interruption, Exclude<PlanAnswer, RefusedRequest>];
  timeline: [RoutineText, Timeline];
  progress: [History, Progress];
  code: [RoutineText, { readonly code: string }];
  'read-code': [{ readonly code: string }, ReadCode];
  calendar: [CalendarQuestion, { readonly calendar: string }];
}

export type QuestionName = keyof Questions;
export type Question<N extends QuestionName> = Questions[N][0];
export type Answer<N extends QuestionName> = Questions[N][1];

/** A question that is not valid is answered with its errors. */
export function isRefusal(answer: object): answer is RefusedRequest {
  return 'errors' in answer;
}
