// The session as a whole: from the warning signs to what is kept of it. Every input of the person
// is one function; what is to be seen is the model.

import { isRefusal } from '../core/questions';
import type { Hurt, RunningSession, Settings, Sign } from '../keep/records';
import { DEFAULT_SETTINGS } from '../keep/records';
import { dayOf } from '../keep/day';
import type { Store } from '../keep/store';
import { lookUp, type Lookup } from '../state/movements';
import { say } from '../state/words';
import { adapted, type Adapted } from './adapt';
import type { Devices } from './devices';
import { keeping } from './keeping';
import {
  doneSoFar,
  droppedRecord,
  newLive,
  passed,
  placeOf,
  playedHere,
  runningRecord,
  sessionRecord,
  withHurt,
  withPart,
  type Live,
  type Part,
  type Prepared,
} from './live';
import { newModel, type Felt, type Model, type Way } from './model';
import { playback, playerFor } from './playback';
import {
  asPart,
  fromSent,
  isFirstAid,
  NO_CATALOGUE,
  prepare,
  revived,
  type Workshop,
} from './prepare';
import { placeBack, routeTo } from './routes';

export interface World {
  readonly devices: Devices;
  readonly store: Promise<Store>;
  openWorkshop(): Promise<Workshop>;
  newId(): string;
  wasCheckedToday(): boolean;
  forgetChecked(): void; // the warning signs are asked about again
}

export interface Session {
  model(): Model;
  lookup(): Lookup;
  workshop(): Workshop | null;
  onChange(callback: () => void): void;
  /** Begins anew with what an address asks for, unless a session is under way. */
  open(fragment: string): Promise<void>;
  checked(): void; // in a tap
  start(): void; // in a tap
  /** What applies to the reader, of a routine that came by a link. */
  applies(conditions: readonly string[]): Promise<void>;
  askAgainWhatApplies(): void;
  goOnWithInterrupted(): void; // in a tap
  dropInterrupted(): void;
  toggle(): void;
  pause(): void;
  back(): void;
  skip(): void;
  end(): void;
  hurts(): void;
  hurtHow(hurt: Hurt | null): void;
  goOnAs(way: Way): Promise<void>;
  notHurt(): void;
  symptom(sign: Sign): void;
  set(settings: Partial<Settings>): void;
  rate(pain: { readonly before?: number; readonly after?: number }): void;
  feel(id: string, felt: Felt): void;
  write(note: string): void;
  away(): void; // the page is shown no more
  position(): number;
  isSpoken(): boolean;
  isUnderWay(): boolean;
}

/** An interrupted session is offered for so long; after that it counts as stopped. */
const STALE = 3 * 60 * 60 * 1000;
const LEAST_PLAYED = 5000; // less is no session

export function newSession(world: World): Session {
  const { devices, store } = world;
  const { clock } = devices;
  const kept = keeping(store);
  let model = newModel(DEFAULT_SETTINGS);
  let workshop: Workshop | null = null;
  let lookup = lookUp(NO_CATALOGUE);
  let tell: () => void = () => undefined;
  let startsWhenReady = false;
  let opened = 0; // counts, so that an older address comes to nothing
  let wanted = 0; // likewise for what the core is asked while a session runs

  const set = (change: Partial<Model>): void => {
    model = { ...model, ...change };
    tell();
  };
  const play = playback(
    {
      live: () => model.live,
      settings: () => model.settings,
      changed: (live, line) => set(line === undefined ? { live } : { live, line }),
      save(now) {
        const { live } = model;
        if (!live || live.player.ended) return;
        const record = (): RunningSession => runningRecord(live, model.painBefore, clock.date());
        kept.running(record, clock.moment().now, now, (written) => {
          if (isUnderWay() && written !== model.kept) set({ kept: written });
        });
      },
      ended: () => finish(model.live?.endsAs ?? 'done'),
    },
    devices,
    () => lookup,
  );

  const isUnderWay = (): boolean => model.screen === 'running' || model.screen === 'hurts';

  async function open(fragment: string): Promise<void> {
    if (isUnderWay()) return;
    const mine = ++opened;
    startsWhenReady = false;
    set({
      ...newModel(model.settings),
      asked: fragment,
      firstAid: isFirstAid(fragment),
      screen: world.wasCheckedToday() ? 'preparing' : 'check',
    });
    try {
      const keptStore = await store;
      const settings = await keptStore.settings().catch(() => model.settings);
      workshop ??= await world.openWorkshop();
      const interrupted = await lately(keptStore);
      lookup = lookUp(workshop.catalogue);
      const today = dayOf(clock.date());
      const found = await prepare(fragment, workshop, keptStore, today);
      if (mine !== opened) return;
      set({ settings, interrupted, ...found, ready: true });
      if (model.screen !== 'check') settle();
    } catch (error) {
      console.error(error);
      if (mine === opened) set({ screen: 'failed' });
    }
  }

  /** What an earlier visit left behind, if one may still go on with it. */
  async function lately(open: Store): Promise<RunningSession | null> {
    const running = await open.running().catch(() => undefined);
    if (!running) return null;
    if (clock.date().getTime() - Date.parse(running.saved) < STALE) return running;
    void drop(running);
    return null;
  }

  /** Stopping early counts. */
  async function drop(running: RunningSession): Promise<void> {
    const planned = await workshop?.core.ask('timeline', running.routine).catch(() => undefined);
    const isSession = running.played_seconds * 1000 + playedHere(running) >= LEAST_PLAYED;
    if (!planned || isRefusal(planned) || !isSession) kept.discard();
    else await kept.ended(droppedRecord(running, planned));
  }

  /** To the screen that comes now, when all that it needs is there. */
  function settle(): void {
    if (model.interrupted) set({ screen: 'return' });
    else if (!model.prepared) set({ screen: model.sent ? 'sent' : 'none' });
    else if (startsWhenReady) begin(model.prepared);
    else set({ screen: 'before' });
  }

  async function applies(conditions: readonly string[]): Promise<void> {
    const { sent, busy } = model;
    if (!sent || !workshop || busy) return;
    const mine = opened;
    set({ busy: true });
    try {
      const found = await fromSent(sent, conditions, workshop);
      if (mine === opened)
        set({ ...found, busy: false, screen: found.prepared ? 'before' : 'none' });
    } catch (error) {
      console.error(error);
      if (mine === opened) set({ busy: false, screen: 'failed' });
    }
  }

  function begin(prepared: Prepared, interrupted?: RunningSession): void {
    const player = playerFor(prepared, model.settings, lookup, interrupted?.at);
    const live = newLive(prepared, player, world.newId(), clock.date(), interrupted);
    devices.wakeLock.onChange((staysOn) => set({ staysOn }));
    devices.wakeLock.hold();
    devices.media.listen({ onPlay: resume, onPause: pause, onBack: back, onSkip: skip });
    set({ screen: 'running', live, line: '', message: '', interrupted: null });
    play.send('play');
  }

  function resume(): void {
    if (model.screen !== 'running' || model.live?.player.running) return;
    set({ message: '' });
    play.send('play');
  }

  function pause(): void {
    if (model.screen === 'running') play.pause('person');
  }

  /** What the core still answers is wanted no more. */
  function callOff(): void {
    ++wanted;
    if (model.busy) set({ busy: false });
  }

  /** To another movement, from the position in which the person really is; false when it cannot be. */
  async function moveTo(place: number): Promise<boolean> {
    const { live } = model;
    if (!live || !workshop) return false;
    const mine = ++wanted;
    const route = routeTo(live, place);
    if (route.kind === 'cue') {
      play.go(route.cue);
      return true;
    }
    const { earlier, items, posture } = route;
    const asked = { stage: live.part.stage, posture, items };
    const next = await asPart(asked, workshop).catch(() => null);
    if (!next || !model.live || mine !== wanted) return false;
    if (model.live.player.running) playPart(next, earlier, []);
    else {
      const player = playerFor(next, model.settings, lookup);
      set({ live: withPart(model.live, next, earlier, player) });
    }
    return true;
  }

  function playPart(part: Part, earlier: Live['earlier'], message: readonly string[]): void {
    if (!model.live) return;
    const live = withPart(model.live, part, earlier, playerFor(part, model.settings, lookup));
    set({ live, screen: 'running', hurt: null, line: '', message: message.join(' ') });
    devices.speech.quiet();
    play.tell(message);
    play.send('play');
  }

  function back(): void {
    const { live, screen } = model;
    if (live && screen === 'running') void moveTo(placeBack(live));
  }

  function skip(): void {
    const { live, screen } = model;
    if (!live || screen !== 'running') return;
    const next = placeOf(live.player) + 1;
    if (next < live.part.items.length) void moveTo(next);
    else finish(doneSoFar(live).length > 0 ? live.endsAs : 'stopped');
  }

  function hurts(): void {
    if (model.screen !== 'running') return;
    callOff();
    play.pause('hurts');
    set({ screen: 'hurts', hurt: null, message: '' });
    play.tell([say('voice.hurts')]);
  }

  async function goOnAs(way: Way): Promise<void> {
    const { live } = model;
    if (!live || !workshop || model.busy) return;
    const hurting = {
      ...withHurt(live, model.hurt),
      endsAs: way === 'stop' ? 'stopped' : live.endsAs,
    } as const;
    const mine = ++wanted;
    set({ busy: true });
    const next = await adapted(hurting, way, workshop, lookup).catch((): Adapted => ({
      kind: 'left-out',
      message: [say('adapt.skip')],
    }));
    if (mine !== wanted || !model.live) return;
    const { hurt, endsAs } = hurting;
    set({ busy: false, live: { ...model.live, hurt, endsAs } });
    if (next.kind === 'part') {
      playPart(next.part, passed(live), next.message);
    } else if (next.kind === 'left-out') {
      goOnWithout(next.message);
    } else {
      finish('stopped');
    }
  }

  function goOnWithout(message: readonly string[]): void {
    const { live } = model;
    if (!live) return;
    const next = placeOf(live.player) + 1;
    if (next >= live.part.items.length) {
      finish('stopped');
      return;
    }
    set({ screen: 'running', hurt: null, message: message.join(' ') });
    const mine = wanted + 1; // that of the move
    void moveTo(next).then((moved) => {
      if (mine !== wanted) return;
      if (!moved) {
        finish('stopped');
        return;
      }
      play.tell(message);
      play.send('play');
    });
  }

  function finish(ending: 'done' | 'stopped' | 'symptoms'): void {
    const { live } = model;
    if (!live) return;
    callOff();
    if (live.player.running) play.pause('person');
    play.stop();
    devices.wakeLock.release();
    devices.media.forget();
    const played = (model.live ?? live).player.played + live.playedBefore;
    const isNothing =
      ending === 'stopped' && played < LEAST_PLAYED && Object.keys(live.hurt).length === 0;
    if (isNothing) {
      kept.discard();
      set({ screen: 'before', live: null, message: '' });
      return;
    }
    if (ending !== 'symptoms' && live.player.ended)
      play.tell([say('voice.done'), say('voice.done_stay')]);
    if (ending === 'symptoms') play.tell([say('voice.symptoms'), say('voice.symptoms_help')]);
    const screen = ending === 'symptoms' ? 'symptoms' : 'after';
    const asksBefore = model.painBefore === undefined;
    set({ screen, asksBefore, message: '', hurt: null });
    keep(ending);
  }

  function keep(ending: 'done' | 'stopped' | 'symptoms'): void {
    const { live, painBefore, painAfter, sign, felt, note } = model;
    if (!live) return;
    const legs = sign === 'leg_pain' || sign === 'leg_weak';
    const after = { painBefore, painAfter, legs, sign, felt, note };
    const record = sessionRecord(live, ending, after);
    set({ record });
    void kept.ended(record).then((written) => set({ kept: written }));
  }

  function keepAgain(): void {
    if (model.record) keep(model.record.ending);
  }

  clock.onVisibility((hidden) => play.send(hidden ? 'hide' : 'show'));
  devices.speech.onVoices(() => tell());

  return {
    model: () => model,
    lookup: () => lookup,
    workshop: () => workshop,
    onChange: (callback) => (tell = callback),
    open,
    checked() {
      startsWhenReady = model.firstAid;
      if (model.firstAid) play.unlock(say('voice.start'));
      if (model.ready) settle();
      else set({ screen: 'preparing' });
    },
    start() {
      if (!model.prepared) return;
      play.unlock(say('voice.start'));
      begin(model.prepared);
    },
    applies,
    askAgainWhatApplies() {
      if (model.sent) set({ screen: 'sent', prepared: null, refused: [], changed: [] });
    },
    goOnWithInterrupted() {
      const { interrupted } = model;
      if (!interrupted || !workshop) return;
      play.unlock(say('voice.go_on'));
      set({ painBefore: interrupted.pain_before });
      revived(interrupted, workshop).then(
        (prepared) => (prepared ? begin(prepared, interrupted) : dropInterrupted()),
        () => dropInterrupted(),
      );
    },
    dropInterrupted,
    toggle() {
      if (model.screen !== 'running') return;
      if (model.live?.player.running) pause();
      else resume();
    },
    pause,
    back,
    skip,
    end: () => finish('stopped'),
    hurts,
    hurtHow(hurt) {
      callOff();
      set({ hurt });
    },
    goOnAs,
    notHurt() {
      callOff();
      set({ screen: 'running', hurt: null });
      play.send('play');
    },
    symptom(sign) {
      world.forgetChecked();
      set({ sign });
      finish('symptoms');
    },
    set(settings) {
      const next = { ...model.settings, ...settings };
      set({ settings: next });
      if (next.voice === 'off') devices.speech.quiet();
      store
        .then((open) => open.changeSettings((keptNow) => ({ ...keptNow, ...settings })))
        .catch(() => undefined);
    },
    rate({ before = model.painBefore, after = model.painAfter }) {
      set({ painBefore: before, painAfter: after });
      keepAgain();
    },
    feel(id, felt) {
      set({ felt: { ...model.felt, [id]: felt } });
      keepAgain();
    },
    write(note) {
      set({ note });
      keepAgain();
    },
    away() {
      if (model.screen === 'running') play.pause('away');
    },
    position: () => play.position(),
    isSpoken: () => play.isSpoken(),
    isUnderWay,
  };

  function dropInterrupted(): void {
    if (model.interrupted) void drop(model.interrupted);
    set({ interrupted: null });
    settle();
  }
}
