// Before a session runs: what an address asks for, what an earlier visit left behind, and what applies to the
// reader of a link.

import { isRefusal } from '../core/questions';
import { dayOf } from '../keep/day';
import type { RunningSession } from '../keep/records';
import type { Store } from '../keep/store';
import { say } from '../state/words';
import { droppedRecord, playedHere, type Prepared } from './live';
import { newModel } from './model';
import type { Playback } from './playback';
import { fromSent, isFirstAid, prepare, revived } from './prepare';
import { isSession, isUnderWay, type Shared } from './shared';

export interface Opening {
  open(fragment: string): Promise<void>;
  checked(): void;
  start(): void;
  applies(conditions: readonly string[]): Promise<void>;
  askAgainWhatApplies(): void;
  goOnWithInterrupted(): void;
  dropInterrupted(): void;
  /** Nothing begins by itself on a page that is shown no more. */
  away(): void;
}

/** An interrupted session is offered for so long; after that it counts as stopped. */
const STALE = 3 * 60 * 60 * 1000;

const MOMENT = 300; // milliseconds

export function newOpening(
  shared: Shared,
  play: Playback,
  begin: (prepared: Prepared, interrupted?: RunningSession) => void,
): Opening {
  const { world, kept, model, set } = shared;
  const { clock } = world.devices;
  let startsWhenReady = false;
  let unlocked = false; // sound, in a tap after which nothing has begun yet
  let opened = 0; // counts, so that an older address comes to nothing
  let isLeft = false;

  async function open(fragment: string): Promise<void> {
    if (isUnderWay(model())) return;
    const mine = ++opened;
    startsWhenReady = false;
    isLeft = false;
    set({
      ...newModel(model().settings),
      asked: fragment,
      firstAid: isFirstAid(fragment),
      screen: world.wasCheckedToday() ? 'preparing' : 'check',
    });
    try {
      const store = await world.store;
      const settings = await store.settings().catch(() => model().settings);
      const workshop = await shared.openWorkshop();
      const interrupted = await lately(store);
      const found = await prepare(fragment, workshop, store, dayOf(clock.date()));
      if (mine !== opened) return;
      set({ settings, interrupted, ...found, ready: true });
      if (model().screen !== 'check') settle();
    } catch (error) {
      // A page that is left while its files arrive loses them, often just before it hears that it is left: that is
      // no failure to report.
      clock.after(MOMENT, () => {
        if (mine === opened && !isLeft) fail(error);
      });
    }
  }

  function unlock(text: string): void {
    unlocked = true;
    play.unlock(text);
  }

  function beginNow(prepared: Prepared, interrupted?: RunningSession): void {
    unlocked = false;
    begin(prepared, interrupted);
  }

  /** Nothing begins, so nothing is played either. */
  function hush(): void {
    if (unlocked) world.devices.media.forget();
    unlocked = false;
  }

  function fail(error: unknown): void {
    console.error(error);
    hush();
    set({ busy: false, screen: 'failed' });
  }

  /** What an earlier visit left behind, if one may still go on with it. */
  async function lately(store: Store): Promise<RunningSession | null> {
    const running = await store.running().catch(() => undefined);
    if (!running) return null;
    if (clock.date().getTime() - Date.parse(running.saved) < STALE) return running;
    void drop(running);
    return null;
  }

  /** Stopping early counts. */
  async function drop(running: RunningSession): Promise<void> {
    const core = shared.workshop()?.core;
    const planned = await core?.ask('timeline', running.routine).catch(() => undefined);
    const played = running.played_seconds * 1000 + playedHere(running);
    if (!planned || isRefusal(planned) || !isSession(played)) kept.discard();
    else await kept.ended(droppedRecord(running, planned));
  }

  /** To the screen that comes now, when all that it needs is there. */
  function settle(): void {
    const { interrupted, prepared, sent } = model();
    if (prepared && !interrupted && startsWhenReady) {
      beginNow(prepared);
      return;
    }
    hush();
    if (interrupted) set({ screen: 'return' });
    else if (prepared) set({ screen: 'before' });
    else set({ screen: sent ? 'sent' : 'none' });
  }

  async function applies(conditions: readonly string[]): Promise<void> {
    const { sent, busy } = model();
    const workshop = shared.workshop();
    if (!sent || !workshop || busy) return;
    const mine = opened;
    set({ busy: true });
    try {
      const found = await fromSent(sent, conditions, workshop);
      if (mine !== opened) return;
      set({ ...found, busy: false, screen: found.prepared ? 'before' : 'none' });
    } catch (error) {
      if (mine === opened) fail(error);
    }
  }

  function dropInterrupted(): void {
    const { interrupted } = model();
    if (interrupted) void drop(interrupted);
    set({ interrupted: null });
    settle();
  }

  return {
    open,
    checked() {
      const { firstAid, ready } = model();
      startsWhenReady = firstAid;
      if (firstAid) unlock(say('voice.start'));
      if (ready) settle();
      else set({ screen: 'preparing' });
    },
    start() {
      const { prepared } = model();
      if (!prepared) return;
      unlock(say('voice.start'));
      beginNow(prepared);
    },
    applies,
    askAgainWhatApplies() {
      if (model().sent) set({ screen: 'sent', prepared: null, refused: [], changed: [] });
    },
    goOnWithInterrupted() {
      const { interrupted } = model();
      const workshop = shared.workshop();
      if (!interrupted || !workshop) return;
      unlock(say('voice.go_on'));
      set({ painBefore: interrupted.pain_before });
      const goOn = (prepared: Prepared | null): void => {
        if (!unlocked) return; // the page was left meanwhile
        if (prepared) beginNow(prepared, interrupted);
        else dropInterrupted();
      };
      revived(interrupted, workshop).then(goOn, () => goOn(null));
    },
    dropInterrupted() {
      if (startsWhenReady) unlock(say('voice.start'));
      dropInterrupted();
    },
    away() {
      startsWhenReady = false;
      isLeft = true;
      hush();
    },
  };
}
