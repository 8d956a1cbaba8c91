// What a person keeps on this device. Plain data, so that all of it can be written to a file.

import type { RoutineText } from '../core/questions';
import type { RoutineRequest } from '../core/types';

/** A saved routine. */
export interface Plan {
  readonly id: string; // a random UUID
  readonly name: string;
  readonly note: string;
  readonly request: RoutineRequest; // what was asked
  readonly routine: RoutineText; // what is done
  readonly settled: boolean; // false: planned anew for the request each time
  readonly created: string; // moments, as toISOString writes them
  readonly changed: string;
  readonly revision: number; // counts its changes, from 1
}

/** Whether and how a session ended. */
export type Ending = 'done' | 'stopped' | 'symptoms';

/** What was felt when “This hurts” was pressed: the back a little or a lot, or something else. */
export const HURTS = ['little', 'much', 'elsewhere'] as const;
export type Hurt = (typeof HURTS)[number];

/** What ends a session and needs help. */
export const SIGNS = ['leg_pain', 'leg_weak', 'bladder', 'chest', 'dizzy'] as const;
export type Sign = (typeof SIGNS)[number];

export interface SessionRecord {
  readonly id: string;
  readonly plan?: string; // the id of the saved routine, if there is one
  readonly name: string;
  readonly date: string; // the local day, 2026-11-22
  readonly started: string; // a moment
  readonly stage: string;
  readonly ending: Ending;
  readonly played_seconds: number;
  readonly planned_seconds: number;
  readonly pain_before?: number; // 0 to 10
  readonly pain_after?: number;
  readonly pain_next_morning?: number;
  readonly leg_symptoms: boolean;
  readonly sign?: Sign; // with which it ended
  readonly movements: readonly PlayedMovement[];
  readonly note: string;
}

export interface PlayedMovement {
  readonly id: string;
  readonly step: number; // 0 to 3
  readonly felt?: 'helped' | 'hurt' | 'neither';
  readonly hurts?: Hurt; // when it hurt during the session
}

/** A session that is under way, so that a reload or a flat battery loses at most a movement. */
export interface RunningSession {
  readonly id: string;
  readonly plan?: string;
  readonly name: string;
  readonly request: RoutineRequest;
  readonly routine: RoutineText; // what is left counts from `place`
  readonly at: number; // milliseconds into the timeline of `routine`
  readonly played_seconds: number; // before `routine`, when it was replanned
  readonly played_here?: number; // milliseconds of `routine`, without what was skipped
  readonly ends_as?: Ending; // when `routine` is played to its end
  readonly started: string;
  readonly saved: string;
  readonly pain_before?: number;
  readonly movements: readonly PlayedMovement[]; // done so far
}

export interface Settings {
  readonly voice: 'on' | 'off';
  readonly voice_name: string; // empty: the best that there is
  readonly voice_speed: number; // 0.5 to 1.5
  readonly chimes: boolean;
  readonly vibration: boolean;
  readonly calm: boolean; // a dark screen, and only the voice
  readonly get_ready: number; // seconds added before each movement, 0 to 30
  readonly tempo: number; // 1: as planned; 0.75 to 1.25
  readonly countdown: boolean; // the last five seconds are said
  readonly held_steps: Readonly<Record<string, number>>; // by movement: stays at this dose step
}

export const DEFAULT_SETTINGS: Settings = {
  voice: 'on',
  voice_name: '',
  voice_speed: 1,
  chimes: true,
  vibration: true,
  calm: false,
  get_ready: 0,
  tempo: 1,
  countdown: true,
  held_steps: {},
};

/** Everything, as it is exported and imported. */
export interface Kept {
  readonly format: 'unclench';
  readonly version: 1;
  readonly plans: readonly Plan[];
  readonly sessions: readonly SessionRecord[];
  readonly settings: Settings;
  readonly damaged?: readonly unknown[]; // what could not be understood, as it was found
}

/** What a file brings; one that somebody wrote by hand may be without settings. */
export type Brought = Omit<Kept, 'settings'> & Partial<Pick<Kept, 'settings'>>;
