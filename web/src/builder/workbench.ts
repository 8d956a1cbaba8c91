// The builder at work: what the person does becomes a new state, the core is asked about it, and its
// answer is drawn. The state itself is plain data in state/.

import { isRefusal, type Alternative, type Progress } from '../core/questions';
import { rememberAnswered } from '../keep/answered';
import type { Store } from '../keep/store';
import { unknownConditions } from '../state/choices';
import { addressWith, asCut } from '../state/link';
import { count, say } from '../state/words';
import { summaryInWords } from '../state/phrases';
import {
  fragmentOf,
  replanned,
  sayTheSameApplies,
  withAnswers,
  type Answers,
  type PlanState,
} from '../state/plan-state';
import type { Reminded } from '../state/reminder';
import { amend, begin, change, redo, settle, undo, type Undoable } from '../state/undo';
import type { Shown } from '../state/shown';
import { anotherVariety, askAbout } from './ask';
import { drawnFrom, isCurrent, nothingDrawn, textForNotes, type Drawn } from './drawn';
import { editsOf } from './edits';
import { copied, printed, shared } from './handing-on';
import { KeptPlan } from './kept-plan';
import { rememberOwn } from './last-plan';
import { latestOnly } from './latest';
import type { Opening, Tools } from './opening';
import { Past } from './past';
import type { Actions, Opened, View } from './view';

/** What the workbench needs of its page. */
export interface Page {
  readonly builder: string; // addresses of pages
  readonly session: string;
  readonly plans: string;
  readonly area: HTMLElement;
  draw(view: View): void;
  showAnswers(state: PlanState): void;
  writeAddress(fragment: string, atOnce: boolean): void;
  fail(error: unknown): void;
}

export class Workbench {
  private steps: Undoable<PlanState>;
  private drawn: Drawn | null = null;
  private opened: Opened | null;
  private kept: KeptPlan;
  private progress: Progress | null = null;
  private said = '';
  private saving = '';
  private printing = false;
  private answered = false; // since the present plan was opened
  private readonly past = new Past();
  private readonly ask = latestOnly((isLatest) => this.asked(isLatest));

  constructor(
    private readonly tools: Tools,
    private readonly page: Page,
    opening: Opening,
  ) {
    this.steps = begin(opening.state);
    this.opened = opening.opened;
    this.kept = keptPlanOf(opening);
    page.showAnswers(opening.state);
    this.ask();
  }

  /** Another address was opened on the same page. */
  open(opening: Opening): void {
    this.opened = opening.opened;
    this.kept = keptPlanOf(opening);
    this.said = '';
    this.answered = false;
    // What was undone would else come back under the name of another plan.
    this.become(begin(opening.state));
  }

  answer(answers: Answers): void {
    const next = withAnswers(this.state, answers, this.tools.lookup);
    this.answered = true;
    const isDragged = next.request.minutes !== this.state.request.minutes;
    this.update(next, isDragged ? 'minutes' : '');
  }

  /** The slider was let go, or a field was left. */
  settle(): void {
    this.steps = settle(this.steps);
  }

  async learn(store: Store): Promise<void> {
    const { kept } = this;
    const told = await kept.learn(store);
    if (told !== undefined && kept === this.kept) {
      this.writeAddress();
      this.tell(told);
    }
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
  writeAddress(atOnce = false): void {
    const { draft } = this.state;
    if (draft && !this.drawn?.code) return; // it would be lost from the address
    // A link that could not be read stays as it is, so that a reload says so again.
    const isUnread = this.opened?.from === 'link' && this.opened.problem !== '';
    if (isUnread && this.steps.past.length === 0 && !atOnce) return;
    this.page.writeAddress(this.address(), atOnce);
  }

  private address(): string {
    const code = this.state.draft ? (this.drawn?.code ?? '') : '';
    const fragment = `${this.kept.inAddress}${fragmentOf(this.state, code)}`;
    const first = this.steps.past[0] ?? this.state;
    const isCut = this.opened?.isCut === true && sayTheSameApplies(first, this.state);
    return isCut && code === '' ? asCut(fragment) : fragment;
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
    this.saving = '';
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
        this.drawn = nothingDrawn(state, say('no_place'));
      } else if (this.unknown().length > 0) {
        this.drawn = nothingDrawn(state, say('unknown.none'));
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
    const { shown, code, bareCode, problem } = this.drawn;
    const saved = this.kept.compared(this.state);
    const fragment = fragmentOf(this.state, code);
    // A kept plan learns from sessions when it starts, which a person may just have refused.
    const isAsKept = saved === 'saved' && (this.state.draft !== null || this.state.progress);
    const kept = isAsKept ? this.kept.inAddress : '';
    if (this.answered || this.opened?.from !== 'link') rememberAnswered(`${kept}${fragment}`);
    if (this.opened?.from !== 'link') rememberOwn(this.address());
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
      bareLink: this.asLink(fragmentOf({ ...this.state, note: '' }, bareCode)),
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

  private link(): string {
    return this.asLink(fragmentOf(this.state, this.drawn?.code ?? ''));
  }

  private asLink(fragment: string): string {
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

  private current(): Drawn | null {
    return isCurrent(this.drawn, this.state) ? this.drawn : null;
  }

  /** An edit of what is shown. */
  private edit(next: (shown: Shown) => PlanState): void {
    const drawn = this.current();
    if (drawn) this.update(next(drawn.shown));
  }

  private tell(said: string): void {
    this.said = said;
    this.saving = said;
    this.draw();
  }

  private readonly actions: Actions = {
    ...editsOf({
      state: () => this.state,
      lookup: () => this.tools.lookup,
      update: (next, kind) => this.update(next, kind),
      edit: (next) => this.edit(next),
      textForNotes: () => textForNotes(this.drawn, this.state),
      titleAt: (place) => this.drawn?.shown.movements[place]?.title ?? '',
      say: (said) => (this.said = said),
    }),
    undo: () => this.undo(),
    redo: () => this.redo(),
    another: () => void this.another().catch((error: unknown) => this.page.fail(error)),
    alternatives: (place) => this.alternatives(place),
    save: () => void this.save(),
    copyLink: () =>
      void copied(this.link()).then((done) =>
        this.tell(say(done ? 'plan.copied' : 'plan.not_copied')),
      ),
    shareLink: () =>
      void shared(this.state.name || say('handout.title'), this.link()).then((done) => {
        if (!done) this.tell(say('plan.not_copied'));
      }),
    print: () => {
      this.print(true);
      void printed(this.page.area);
    },
  };

  private async another(): Promise<void> {
    const { drawn, state } = this;
    if (!drawn) return;
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

  /** Only what is shown, and nothing that must not be done. */
  private async save(): Promise<void> {
    const drawn = this.current();
    if (!drawn || drawn.shown.movements.length === 0 || drawn.shown.unsafe) return;
    const { kept } = this;
    const name = this.state.name.trim() || this.defaultName();
    this.steps = amend(this.steps, { ...this.state, name });
    const told = await kept.save(this.state, drawn.shown.text, this.tools.store());
    if (told === undefined) return;
    if (this.kept === kept) this.writeAddress(true);
    this.tell(told);
  }

  private defaultName(): string {
    const { stage, minutes } = this.state.request;
    const label = this.tools.catalogue.stages.find(({ id }) => id === stage)?.label ?? stage;
    return say('plan.default_name', label, count('minutes', minutes));
  }
}

function keptPlanOf({ plan, isAsKept, state }: Opening): KeptPlan {
  return new KeptPlan(plan, isAsKept ? state : null);
}
