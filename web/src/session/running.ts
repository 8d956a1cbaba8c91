// While a session runs: back and on, pauses, and how it goes on after it hurt.

import type { Ending, Hurt, RunningSession } from '../keep/records';
import { say } from '../state/words';
import { adapted, type Adapted } from './adapt';
import {
  doneSoFar,
  newLive,
  passed,
  placeOf,
  withHurt,
  withPart,
  type Live,
  type Part,
  type Prepared,
} from './live';
import type { Way } from './model';
import { playerFor, type Playback } from './playback';
import { asPart } from './prepare';
import { placeBack, routeTo } from './routes';
import type { Shared } from './shared';

export interface Running {
  begin(prepared: Prepared, interrupted?: RunningSession): void;
  toggle(): void;
  pause(): void;
  back(): void;
  skip(): void;
  hurts(): void;
  hurtHow(hurt: Hurt | null): void;
  goOnAs(way: Way): Promise<void>;
  notHurt(): void;
  /** It is over, whatever the core still works out. */
  end(ending: Ending): void;
}

export function newRunning(
  shared: Shared,
  play: Playback,
  finish: (ending: Ending) => void,
): Running {
  const { world, model, set } = shared;
  const { devices } = world;
  let wanted = 0; // counts what the core is asked, so that an older answer comes to nothing

  function begin(prepared: Prepared, interrupted?: RunningSession): void {
    const player = playerFor(prepared, model().settings, shared.lookup(), interrupted?.at);
    const live = newLive(prepared, player, world.newId(), devices.clock.date(), interrupted);
    devices.wakeLock.onChange((staysOn) => set({ staysOn }));
    devices.wakeLock.hold();
    devices.media.listen({ onPlay: resume, onPause: pause, onBack: back, onSkip: skip });
    set({ screen: 'running', live, line: '', message: '', interrupted: null });
    play.send('play');
  }

  function resume(): void {
    const { screen, live } = model();
    if (screen !== 'running' || live?.player.running) return;
    set({ message: '' });
    play.send('play');
  }

  function pause(): void {
    if (model().screen === 'running') play.pause('person');
  }

  /** What the core still answers is wanted no more. */
  function callOff(): void {
    ++wanted;
    if (model().busy) set({ busy: false });
  }

  function end(ending: Ending): void {
    if (!model().live) return;
    callOff();
    finish(ending);
  }

  /** To another movement, from the position in which the person really is; false when it cannot be. */
  async function moveTo(place: number): Promise<boolean> {
    const { live, settings } = model();
    const workshop = shared.workshop();
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
    const now = model().live;
    if (!next || !now || mine !== wanted) return false;
    if (now.player.running) playPart(next, earlier, []);
    else {
      const player = playerFor(next, settings, workshop.lookup);
      set({ live: withPart(now, next, earlier, player) });
    }
    return true;
  }

  function playPart(part: Part, earlier: Live['earlier'], message: readonly string[]): void {
    const { live, settings } = model();
    if (!live) return;
    const player = playerFor(part, settings, shared.lookup());
    const next = withPart(live, part, earlier, player);
    set({ live: next, screen: 'running', hurt: null, line: '', message: message.join(' ') });
    devices.speech.quiet();
    play.tell(message);
    play.send('play');
  }

  function back(): void {
    const { live, screen } = model();
    if (live && screen === 'running') void moveTo(placeBack(live));
  }

  function skip(): void {
    const { live, screen } = model();
    if (!live || screen !== 'running') return;
    const next = placeOf(live.player) + 1;
    if (next < live.part.items.length) void moveTo(next);
    else end(doneSoFar(live).length > 0 ? live.endsAs : 'stopped');
  }

  async function goOnAs(way: Way): Promise<void> {
    const { live, hurt, busy } = model();
    const workshop = shared.workshop();
    if (!live || !workshop || busy) return;
    const endsAs = way === 'stop' ? 'stopped' : live.endsAs;
    const hurting: Live = { ...withHurt(live, hurt), endsAs };
    const mine = ++wanted;
    set({ busy: true });
    const next = await adapted(hurting, way, workshop).catch((): Adapted => ({
      kind: 'left-out',
      message: [say('adapt.skip')],
    }));
    const now = model().live;
    if (mine !== wanted || !now) return;
    set({ busy: false, live: { ...now, hurt: hurting.hurt, endsAs } });
    if (next.kind === 'part') playPart(next.part, passed(live), next.message);
    else if (next.kind === 'left-out') goOnWithout(next.message);
    else end('stopped');
  }

  function goOnWithout(message: readonly string[]): void {
    const { live } = model();
    if (!live) return;
    const next = placeOf(live.player) + 1;
    if (next >= live.part.items.length) {
      end('stopped');
      return;
    }
    set({ screen: 'running', hurt: null, message: message.join(' ') });
    const mine = wanted + 1; // that of the move
    void moveTo(next).then((moved) => {
      if (mine !== wanted) return;
      if (!moved) {
        end('stopped');
        return;
      }
      play.tell(message);
      play.send('play');
    });
  }

  return {
    begin,
    toggle() {
      const { screen, live } = model();
      if (screen !== 'running') return;
      if (live?.player.running) pause();
      else resume();
    },
    pause,
    back,
    skip,
    hurts() {
      if (model().screen !== 'running') return;
      callOff();
      play.pause('hurts');
      set({ screen: 'hurts', hurt: null, message: '' });
      play.tell([say('voice.hurts')]);
    },
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
    end,
  };
}
