// The store on this device, as the pages see it.

import type { Brought, Kept, Plan, RunningSession, SessionRecord, Settings } from './records';

/** What came of writing: `full` and `unavailable` lose nothing that was there before. */
export type Written = 'written' | 'full' | 'unavailable' | 'changed-elsewhere';

/**
 * Why nothing lasts: the browser keeps nothing, as in private windows; a newer version of the site keeps it in a way
 * of its own; an older page holds on to it; it cannot be opened any more.
 */
export type Obstacle = 'private' | 'newer' | 'held' | 'broken';

export interface Store {
  /** With one, what is written lives until the page is closed, and what was kept before is left alone. */
  readonly obstacle: Obstacle | null;
  /** Records that could not be understood; they were set aside and are exported with the rest. */
  readonly damaged: number; // so far found

  plans(): Promise<readonly Plan[]>; // the last changed first
  plan(id: string): Promise<Plan | undefined>;
  /**
   * The plan's `revision` is one more than that of the plan it was made from (1 when it is new).
   * `changed-elsewhere` when another tab wrote that revision first.
   */
  savePlan(plan: Plan): Promise<Written>;
  deletePlan(id: string): Promise<Written>;

  sessions(): Promise<readonly SessionRecord[]>; // the latest first
  /** A next morning that another page noted stays. */
  saveSession(session: SessionRecord): Promise<Written>;
  /** Of what is there now, whatever this page read before; `changed-elsewhere` when it is gone. */
  changeSession(id: string, change: (session: SessionRecord) => SessionRecord): Promise<Written>;
  deleteSession(id: string): Promise<Written>;

  running(): Promise<RunningSession | undefined>;
  saveRunning(session: RunningSession | undefined): Promise<Written>;

  settings(): Promise<Settings>;
  /** Of what is there now, likewise. */
  changeSettings(change: (settings: Settings) => Settings): Promise<Written>;

  /** All of it, and the opposite: plans and sessions with ids that are here already stay as they are. */
  exported(): Promise<Kept>;
  add(kept: Brought): Promise<Written>;
  deleteAll(): Promise<Written>;

  /** Calls back when another tab has changed something. */
  onChange(callback: () => void): void;
}
