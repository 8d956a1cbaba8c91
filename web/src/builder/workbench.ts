// The builder at work: what the person does becomes a new state, the core is asked about it, and its
// answer is drawn. The state itself is plain data in state/.

import { isRefusal, type Alternative, type Progress, type RoutineText } from '../core/questions';
import type { RefusedRequest } from '../core/types';
import { newPlan, nextPlan } from '../keep/plan';
import type { Plan } from '../keep/records';
import type { Store } from '../keep/store';
import { takeBack, unknownConditions, withoutAdjustments } from '../state/choices';
import { addressWith, writeLink } from '../state/link';
import { count, say } from '../state/words';
import { summaryInWords } from '../state/phrases';
import {
  replanned,
  withAnswers,
  withDoseStep,
  withKnownConditions,
  withLock,
  withMovedMovement,
  withMovement,
  withMovementByHand,
  withMovementNote,
  withoutMovement,
  withSwap,
  type Answers,
  type PlanState,
} from '../state/plan-state';
import type { Reminded } from '../state/reminder';
import { amend, begin, change, redo, undo, type Undoable } from '../state/undo';
import { NOTHING, type Shown } from '../state/shown';
import { anotherVariety, askAbout, type Shows } from './ask';
import { copied, printed, shared } from './handing-on';
import { latestOnly } from './latest';
import type { Opening, Tools } from './opening';
import { Past } from './past';
import type { Actions, Opened, Saved, View } from './view';

/** What the workbench needs of its page. */
export interface Page {
  readonly builder: string; // addresses of pages
  readonly session: string;
  readonly plans: string;
  readonly area: HTMLElement;
  draw(view: View): void;
  showAnswers(state: PlanState): void;
  writeAddress(fragment: string): void;
  fail(error: unknown): void;
}

interface Drawn extends Shows {
  readonly state: PlanState; // that the core was asked about
  readonly problem: string; // why there is no routine, in words; empty when there is one
}

export class Workbench {
  private steps: Undoable<PlanState>;
  private drawn: Drawn | null = null;
  private opened: Opened | null;
  private plan: Plan | null; // as it was kept last
  private kept: PlanState | null; // the state of that moment
  private progress: Progress | null = null;
  private said = '';
  private saving = '';
  private printing = false;
  private isSaving = false;
  private readonly past = new Past();
  private readonly ask = latestOnly((isLatest) => this.asked(isLatest));

  constructor(
    private readonly tools: Tools,
    private readonly page: Page,
    opening: Opening,
  ) {
    this.steps = begin(opening.state);
    this.opened = opening.opened;
    this.plan = opening.plan;
    this.kept = opening.isAsKept ? opening.state : null;
    page.showAnswers(opening.state);
    this.ask();
  }

  /** Another address was opened on the same page. */
  open(opening: Opening): void {
    this.opened = opening.opened;
    this.plan = opening.plan;
    this.kept = opening.isAsKept ? opening.state : null;
    this.saving = '';
    this.said = '';
    // What was undone would else come back under the name of another plan.
    this.become(begin(opening.state));
  }

  answer(answers: Answers): void {
    const steps = this.drawn?.shown.movements.map(({ step }) => step) ?? [];
    const next = withAnswers(this.state, answers, steps, this.tools.lookup);
    const isDragged = next.request.minutes !== this.state.request.minutes;
    this.update(next, isDragged ? 'minutes' : '');
  }

  async learn(store: Store): Promise<void> {
    if (await this.past.load(store)) this.ask();
  }

  print(printing: boolean): void {
    this.printing = printing;
    this.draw();
  }

  undo(): void {
    const before = undo(this.steps);
    if (!before) return;
    this.said = say('said.undone');
    this.become(before);
  }

  redo(): void {
    const next = redo(this.steps);
    if (!next) return;
    this.said = say('said.redone');
    this.become(next);
  }

  /** The address of the present plan for this page. */
  writeAddress(): void {
    const { draft } = this.state;
    const code = draft ? (this.drawn?.code ?? '') : '';
    if (draft && code === '') return; // it would be lost from the address
    this.page.writeAddress(`${this.plan ? `plan=${this.plan.id}&` : ''}${this.fragment(code)}`);
  }

  private get state(): PlanState {
    return this.steps.present;
  }

  private update(next: PlanState, kind = ''): void {
    this.said = '';
    this.become(change(this.steps, next, kind));
  }

  private become(steps: Undoable<PlanState>): void {
    const before = this.state;
    this.steps = steps;
    const { request, draft, progress } = this.state;
    if (request !== before.request) this.page.showAnswers(this.state);
    if (!draft) this.writeAddress();
    if (request !== before.request || draft !== before.draft || progress !== before.progress)
      this.ask();
    else {
      this.writeAddress();
      this.draw();
    }
  }

  private async asked(isLatest: () => boolean): Promise<void> {
    const { state } = this;
    const { core, lookup } = this.tools;
    try {
      if (state.request.surfaces.length === 0) {
        this.drawn = { state, shown: NOTHING, code: '', problem: say('no_place') };
      } else if (this.unknown().length > 0) {
        this.drawn = { state, shown: NOTHING, code: '', problem: say('unknown.none') };
      } else {
        this.progress = await this.past.progress(core, state.request.stage);
        const request = this.past.request(state.request, state.progress ? this.progress : null);
        const shows = await askAbout(core, state, request, lookup);
        if (!isLatest()) return;
        this.drawn = drawnFrom(state, shows);
      }
      this.writeAddress();
      this.draw();
    } catch (error) {
      this.page.fail(error);
    }
  }

  private draw(): void {
    if (!this.drawn) return;
    const { shown, code, problem } = this.drawn;
    const saved = this.savedState();
    const fragment = this.fragment(code);
    // A kept plan learns from sessions when it starts, which a person may just have refused.
    const isAsKept = saved === 'saved' && (this.state.draft !== null || this.state.progress);
    const kept = isAsKept && this.plan ? `plan=${this.plan.id}&` : '';
    this.page.draw({
      lookup: this.tools.lookup,
      state: this.state,
      shown,
      summary: problem === '' ? summaryInWords(shown) : problem,
      said: this.said,
      canUndo: this.steps.past.length > 0,
      canRedo: this.steps.future.length > 0,
      opened: this.opened,
      unknown: this.unknown(),
      saved,
      saving: this.saving,
      progress: this.progress,
      link: this.link(),
      start: addressWith(this.page.session, `${kept}${fragment}`),
      plans: this.page.plans,
      reminded: this.reminded(shown),
      core: () => Promise.resolve(this.tools.core),
      printing: this.printing,
      actions: this.actions,
    });
  }

  private unknown(): readonly string[] {
    return unknownConditions(this.state.request, this.tools.catalogue);
  }

  private fragment(code: string): string {
    const { request, name, note } = this.state;
    return writeLink({ choices: request, code, name, note });
  }

  private link(): string {
    const fragment = this.fragment(this.drawn?.code ?? '');
    return new URL(addressWith(this.page.builder, fragment), location.href).href;
  }

  private reminded({ movements, total_seconds }: Shown): Reminded {
    return {
      title: this.state.name || this.defaultName(),
      description: movements.map(({ title, dose }) => `${title}: ${dose}`).join('\n'),
      url: this.link(),
      minutes: total_seconds / 60,
    };
  }

  private savedState(): Saved {
    if (!this.plan) return 'new';
    const { kept, state } = this;
    const isSame =
      kept?.request === state.request &&
      kept.draft === state.draft &&
      kept.name === state.name &&
      kept.note === state.note;
    return isSame ? 'saved' : 'changed';
  }

  /** What is shown answers the present state; false while another routine is on its way. */
  private current(): Drawn | null {
    const { drawn, state } = this;
    const isCurrent = drawn?.state.request === state.request && drawn.state.draft === state.draft;
    return isCurrent ? drawn : null;
  }

  /** An edit of what is shown. */
  private edit(next: (shown: Shown) => PlanState, kind = ''): void {
    const drawn = this.current();
    if (drawn) this.update(next(drawn.shown), kind);
  }

  /** Whoever types is faster than the core: while only notes differ, the next one goes in as well. */
  private textForNotes(): RoutineText | undefined {
    const { drawn, state } = this;
    const current = this.current();
    if (current) return current.shown.text;
    const ids = (text: RoutineText | undefined): string =>
      (text?.movements ?? []).map(({ id }) => id).join();
    const isSame =
      drawn?.state.request === state.request &&
      state.draft !== null &&
      ids(state.draft) === ids(drawn.shown.text);
    return isSame ? (state.draft ?? undefined) : undefined;
  }

  private tell(said: string): void {
    this.said = said;
    this.saving = said;
    this.draw();
  }

  private readonly actions: Actions = {
    undo: () => this.undo(),
    redo: () => this.redo(),
    leaveOut: (place) =>
      this.edit(({ text }) => withoutMovement(this.state, place, text.movements[place]?.id ?? '')),
    putIn: (id) => this.edit(() => withMovement(this.state, id, this.tools.lookup)),
    putInByHand: (id) =>
      this.edit(({ text }) => withMovementByHand(this.state, text, id, this.tools.lookup)),
    takeBack: (id) => this.update({ ...this.state, request: takeBack(this.state.request, id) }),
    startAgain: () => {
      const { doses: _, ...request } = withoutAdjustments(this.state.request);
      this.update({ ...this.state, request });
    },
    goOnWithoutUnknown: () => this.update(withKnownConditions(this.state, this.tools.lookup)),
    planAnew: (wanted) => this.update(replanned(this.state, wanted)),
    another: () => void this.another().catch((error: unknown) => this.page.fail(error)),
    move: (from, to) => {
      const title = this.drawn?.shown.movements[from]?.title ?? '';
      this.edit(({ text }) => withMovedMovement(this.state, text, from, to));
      this.said = say('said.moved', title, to + 1);
    },
    setStep: (place, step) =>
      this.edit(({ text }) => withDoseStep(this.state, text, place, step, this.tools.lookup)),
    setNote: (place, note) => {
      const text = this.textForNotes();
      if (text) this.update(withMovementNote(this.state, text, place, note), `note ${place}`);
    },
    lock: (place, lock) =>
      this.edit(({ movements }) => {
        const movement = movements[place];
        return movement ? withLock(this.state, movement.id, movement.step, lock) : this.state;
      }),
    alternatives: (place) => this.alternatives(place),
    swap: (place, other) => this.edit(({ text }) => withSwap(this.state, text, place, other)),
    useProgress: (use) => this.update({ ...this.state, progress: use }),
    setName: (name) => this.update({ ...this.state, name }, 'name'),
    setAuthorsNote: (note) => this.update({ ...this.state, note }, 'note'),
    save: () => void this.save(),
    copyLink: () =>
      void copied(this.link()).then((done) =>
        this.tell(say(done ? 'plan.copied' : 'plan.not_copied')),
      ),
    shareLink: () => void shared(this.state.name || say('handout.title'), this.link()),
    print: () => {
      this.print(true);
      void printed(this.page.area);
    },
  };

  private async another(): Promise<void> {
    const { drawn, state } = this;
    if (!drawn || state.draft) return;
    const request = this.past.request(state.request, state.progress ? this.progress : null);
    const variety = await anotherVariety(this.tools.core, request, drawn.shown);
    if (this.state !== state) return;
    if (variety === undefined) this.tell(say('said.no_other'));
    else this.update(replanned(state, { variety }));
  }

  private async alternatives(place: number): Promise<readonly Alternative[]> {
    const { request: own, progress } = this.state;
    const routine = this.drawn?.shown.text;
    if (!routine) return [];
    const request = this.past.requestFor(routine, own, progress ? this.progress : null);
    const answer = await this.tools.core.ask('swap', { request, routine, place });
    return isRefusal(answer) ? [] : answer.alternatives;
  }

  /** One at a time; only what is shown, and nothing that must not be done. */
  private async save(): Promise<void> {
    const drawn = this.current();
    if (this.isSaving || !drawn || drawn.shown.movements.length === 0 || drawn.shown.unsafe) return;
    this.isSaving = true;
    try {
      await this.saveShown(drawn);
    } finally {
      this.isSaving = false;
    }
  }

  private async saveShown(drawn: Drawn): Promise<void> {
    const before = this.plan;
    const name = this.state.name.trim() || this.defaultName();
    this.steps = amend(this.steps, { ...this.state, name });
    const { state } = this;
    const { request, note, draft } = state;
    const content = { name, note, request, routine: drawn.shown.text, settled: draft !== null };
    const store = await this.tools.store();
    let plan = this.plan ? nextPlan(this.plan, content) : newPlan(content);
    let written = await store.savePlan(plan);
    const isCopy = written === 'changed-elsewhere';
    if (isCopy) {
      plan = newPlan(content);
      written = await store.savePlan(plan);
    }
    if (written === 'written' && this.plan === before) {
      this.plan = plan;
      this.kept = state;
      this.writeAddress();
    }
    this.tell(
      written !== 'written'
        ? say(written === 'full' ? 'plan.full' : 'plan.unavailable')
        : say(isCopy ? 'plan.copy_kept' : store.lasting ? 'plan.kept' : 'plan.kept_for_now'),
    );
  }

  private defaultName(): string {
    const { stage, minutes } = this.state.request;
    const label = this.tools.catalogue.stages.find(({ id }) => id === stage)?.label ?? stage;
    return say('plan.default_name', label, count('minutes', minutes));
  }
}

function drawnFrom(state: PlanState, shows: Shows | RefusedRequest): Drawn {
  if ('errors' in shows) {
    const problems = shows.errors.map(({ field, message }) => `${field} ${message}`).join('; ');
    return { state, shown: NOTHING, code: '', problem: say('refused', problems) };
  }
  const isEmpty = shows.shown.movements.length === 0;
  return { ...shows, state, problem: isEmpty ? say('no_routine') : '' };
}
