// The sessions so far, and what follows from them for the next request.

import type { Core } from '../core/core';
import { isRefusal, type Progress, type RoutineText } from '../core/questions';
import type { RoutineRequest } from '../core/types';
import { dayOf } from '../keep/day';
import { historyOf, withProgress } from '../keep/history';
import { DEFAULT_SETTINGS, type SessionRecord, type Settings } from '../keep/records';
import type { Store } from '../keep/store';

export class Past {
  private sessions: readonly SessionRecord[] = [];
  private settings: Settings = DEFAULT_SETTINGS;
  private known: { readonly stage: string; readonly progress: Progress | null } | null = null;

  /** Whether there is, or was, anything to learn from. */
  async load(store: Store): Promise<boolean> {
    const before = this.sessions.length;
    [this.sessions, this.settings] = await Promise.all([store.sessions(), store.settings()]);
    this.known = null;
    return before + this.sessions.length > 0;
  }

  async progress(core: Core, stage: string): Promise<Progress | null> {
    if (this.sessions.length === 0) return null;
    if (this.known?.stage !== stage) {
      const history = historyOf(this.sessions, dayOf(new Date()), stage);
      const answer = await core.ask('progress', history);
      this.known = { stage, progress: isRefusal(answer) ? null : answer };
    }
    return this.known.progress;
  }

  request(request: RoutineRequest, progress: Progress | null): RoutineRequest {
    return progress ? withProgress(request, progress, this.settings) : request;
  }

  /**
   * For a movement in the place of another. Doses follow from the sessions for what is new in the routine; what
   * stands in it has the dose that is shown.
   */
  requestFor(
    routine: RoutineText,
    request: RoutineRequest,
    progress: Progress | null,
  ): RoutineRequest {
    const { doses, ...learned } = this.request(request, progress);
    const inside = new Set(routine.movements.map(({ id }) => id));
    const left = Object.entries(doses ?? {}).filter(
      ([id]) => !inside.has(id) || request.doses?.[id] !== undefined,
    );
    return left.length > 0 ? { ...learned, doses: Object.fromEntries(left) } : learned;
  }
}
