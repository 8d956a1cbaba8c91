// The kept routine that is worked on, as it was kept last.

import type { RoutineText } from '../core/questions';
import { newPlan, nextPlan } from '../keep/plan';
import type { Plan } from '../keep/records';
import type { Store } from '../keep/store';
import type { PlanState } from '../state/plan-state';
import { say } from '../state/words';
import type { Saved } from './view';

export class KeptPlan {
  private isSaving = false;
  private isGone = false; // another page deleted it

  /** `state` is that of the moment at which it was kept; null when it was changed since. */
  constructor(
    private plan: Plan | null,
    private state: PlanState | null,
  ) {}

  /** How an address begins that names it, and as it was how often it had changed; empty when nothing is kept. */
  get inAddress(): string {
    if (!this.plan || this.isGone) return '';
    const { id, revision } = this.plan;
    return `plan=${encodeURIComponent(id)}&revision=${revision}&`;
  }

  compared({ request, draft, name, note }: PlanState): Saved {
    if (!this.plan || this.isGone) return 'new';
    const { state: kept } = this;
    const isSame =
      kept?.request === request && kept.draft === draft && kept.name === name && kept.note === note;
    return isSame ? 'saved' : 'changed';
  }

  /** Looks whether another page deleted or changed it; which, in words, when that is news. */
  async learn(store: Store): Promise<string | undefined> {
    const { plan } = this;
    if (!plan || this.isSaving) return undefined;
    const there = await store.plan(plan.id);
    if (this.plan !== plan) return undefined; // saved meanwhile
    const wasGone = this.isGone;
    this.isGone = there === undefined;
    if (!there) return wasGone ? undefined : say('plan.deleted_elsewhere');
    if (wasGone) return ''; // and back again
    if (there.revision === plan.revision || this.state === null) return undefined;
    this.state = null;
    return say('plan.changed_elsewhere');
  }

  /**
   * What came of it, in words; nothing while it is being saved already. What another page changed meanwhile
   * stays, and this one is kept beside it.
   */
  async save(
    state: PlanState,
    routine: RoutineText,
    opening: Promise<Store>,
  ): Promise<string | undefined> {
    if (this.isSaving) return undefined;
    this.isSaving = true;
    try {
      return await this.saveNow(state, routine, await opening);
    } finally {
      this.isSaving = false;
    }
  }

  private async saveNow(state: PlanState, routine: RoutineText, store: Store): Promise<string> {
    const { name, note, request, draft } = state;
    const content = { name, note, request, routine, settled: draft !== null };
    let plan = this.plan && !this.isGone ? nextPlan(this.plan, content) : newPlan(content);
    let written = await store.savePlan(plan);
    const isCopy = written === 'changed-elsewhere';
    if (isCopy) {
      plan = newPlan(content);
      written = await store.savePlan(plan);
    }
    if (written !== 'written') return say(written === 'full' ? 'plan.full' : 'plan.unavailable');
    this.plan = plan;
    this.isGone = false;
    this.state = state;
    return say(isCopy ? 'plan.copy_kept' : store.obstacle ? 'plan.kept_for_now' : 'plan.kept');
  }
}
