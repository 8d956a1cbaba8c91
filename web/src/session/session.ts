// The session as a whole: from the warning signs to what is kept of it. Every input of the person
// is one function; what is to be seen is the model.

import type { Hurt, Settings, Sign } from '../keep/records';
import { DEFAULT_SETTINGS } from '../keep/records';
import type { Lookup } from '../state/movements';
import { newEnding } from './ending';
import { runningRecord } from './live';
import { newModel, type Felt, type Model, type Way } from './model';
import { newOpening } from './opening';
import { playback, type Stage } from './playback';
import type { Workshop } from './prepare';
import { newRunning } from './running';
import { isUnderWay, newShared, type World } from './shared';

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
  dropInterrupted(): void; // in a tap
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

export function newSession(world: World): Session {
  const { devices, store } = world;
  const { clock } = devices;
  const shared = newShared(world, newModel(DEFAULT_SETTINGS));
  const { model, set, lookup } = shared;
  const stage: Stage = {
    live: () => model().live,
    settings: () => model().settings,
    changed: (live, line) => set(line === undefined ? { live } : { live, line }),
    save(now) {
      const { live, painBefore } = model();
      if (!live || live.player.ended) return;
      const record = () => runningRecord(live, painBefore, clock.date());
      shared.kept.running(record, clock.moment().now, now, (written) => {
        if (isUnderWay(model()) && written !== model().kept) set({ kept: written });
      });
    },
    ended: () => running.end(model().live?.endsAs ?? 'done'),
  };
  const play = playback(stage, devices, lookup);
  const ending = newEnding(shared, play);
  const running = newRunning(shared, play, ending.finish);
  const opening = newOpening(shared, play, running.begin);

  clock.onVisibility((hidden) => play.send(hidden ? 'hide' : 'show'));
  devices.speech.onVoices(() => set({}));

  const { open, checked, start, applies, askAgainWhatApplies } = opening;
  const { goOnWithInterrupted, dropInterrupted } = opening;
  const { toggle, pause, back, skip, hurts, hurtHow, goOnAs, notHurt } = running;
  const { rate, feel, write } = ending;
  return {
    ...{ model, lookup, workshop: shared.workshop, onChange: shared.onChange },
    ...{ open, checked, start, applies, askAgainWhatApplies },
    ...{ goOnWithInterrupted, dropInterrupted },
    ...{ toggle, pause, back, skip, hurts, hurtHow, goOnAs, notHurt },
    ...{ rate, feel, write },
    end: () => running.end('stopped'),
    symptom(sign) {
      world.forgetChecked();
      set({ sign });
      running.end('symptoms');
    },
    set(settings) {
      const next = { ...model().settings, ...settings };
      set({ settings: next });
      if (next.voice === 'off') devices.speech.quiet();
      store
        .then((open) => open.changeSettings((kept) => ({ ...kept, ...settings })))
        .catch(() => undefined);
    },
    away() {
      if (model().screen === 'running') play.pause('away');
      opening.away();
    },
    position: () => play.position(),
    isSpoken: () => play.isSpoken(),
    isUnderWay: () => isUnderWay(model()),
  };
}
