// What the builder's page shows, and what can be done on it.

import type { Core } from '../core/core';
import type { Alternative, Progress } from '../core/questions';
import type { RoutineRequest } from '../core/types';
import type { Lookup } from '../state/movements';
import type { PlanState } from '../state/plan-state';
import type { Shown } from '../state/shown';
import type { Reminded } from '../state/reminder';

export type Saved = 'new' | 'saved' | 'changed';

/** What came with the address that was opened. */
export interface Opened {
  readonly from: 'link' | 'own' | 'saved' | 'article'; // own: made in this tab, as after a reload
  readonly title: string; // of the article
  readonly otherEdition: boolean;
  readonly problem: string; // why the routine in the link could not be read; may be empty
  readonly isCut?: boolean; // the end of the link is missing, and with it perhaps conditions
}

export interface View {
  readonly lookup: Lookup;
  readonly state: PlanState;
  readonly shown: Shown;
  readonly summary: string;
  readonly said: string; // what just happened, for those who cannot see it
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly opened: Opened | null;
  readonly unknown: readonly string[]; // conditions that this edition has no rules for
  readonly saved: Saved;
  readonly saving: string; // what came of the last saving
  readonly progress: Progress | null;
  readonly link: string; // with the whole plan; empty when there is none
  readonly bareLink: string; // without the notes
  readonly start: string; // the address of its session
  readonly plans: string;
  readonly reminded: Reminded;
  core(): Promise<Core>;
  readonly printing: boolean;
  readonly actions: Actions;
}

/** What changes the routine. */
export interface Edits {
  leaveOut(place: number): void;
  putIn(id: string): void;
  putInByHand(id: string): void;
  takeBack(id: string): void;
  startAgain(): void;
  goOnWithoutUnknown(): void;
  planAnew(change: Partial<RoutineRequest>): void;
  move(from: number, to: number): void;
  setStep(place: number, step: number): void;
  setNote(place: number, text: string): void;
  lock(place: number, lock: boolean): void;
  swap(place: number, other: Alternative): void;
  useProgress(use: boolean): void;
  setName(name: string): void;
  setAuthorsNote(note: string): void;
}

export interface Actions extends Edits {
  undo(): void;
  redo(): void;
  another(): void;
  alternatives(place: number): Promise<readonly Alternative[]>;
  save(): void;
  copyLink(): void;
  shareLink(): void;
  print(): void;
}
