// Plays the parts of a session: gives the player its moments, and does what it answers.

import type { Settings } from '../keep/records';
import type { Lookup } from '../state/movements';
import { say } from '../state/words';
import type { Devices } from './devices';
import type { Live, Part } from './live';
import { cueAt, paced, samePosition } from './pace';
import {
  newPlayer,
  positionAt,
  step,
  untilNext,
  type Effect,
  type Input,
  type Mark,
  type Player,
} from './player';
import { reminder, scriptOf } from './script';
import { toldOf } from './told';

const LONGEST_WAIT = 250; // milliseconds between two ticks

export interface Stage {
  live(): Live | null;
  settings(): Settings;
  changed(live: Live, line?: string): void;
  /** At a new cue, at a pause, and every few seconds. */
  save(now: boolean): void;
  ended(): void;
}

export interface Playback {
  send(kind: 'play' | 'tick' | 'hide' | 'show'): void;
  pause(why: 'person' | 'away' | 'hurts'): void;
  go(cue: number): void;
  /** Says something that belongs to no cue; the next cue waits for its end. */
  tell(sentences: readonly string[]): void;
  /** In a tap, so that phones let sound be heard. */
  unlock(text: string): void;
  position(): number;
  /** Whether a voice is heard, as far as the browser says. */
  isSpoken(): boolean;
  stop(): void;
}

export function playerFor(part: Part, settings: Settings, lookup: Lookup, at = 0): Player {
  const timeline = paced(part.planned, settings);
  const marks = scriptOf(timeline, toldOf(part, lookup), settings.countdown);
  return newPlayer(timeline, marks, samePosition(part.planned, timeline, at));
}

export function playback(stage: Stage, devices: Devices, lookup: () => Lookup): Playback {
  const { clock, speech, chimes, vibration, media } = devices;
  let callOff: () => void = () => undefined;
  let mayCutOff = true; // false: what was just told is heard to its end

  const speak = (sentences: readonly string[], cutsOff: boolean): void => {
    const { voice, voice_name: name, voice_speed: speed } = stage.settings();
    if (voice === 'on') speech.say(sentences, { name, speed }, cutsOff && mayCutOff);
    mayCutOff = true;
  };
  const isSpoken = (): boolean => stage.settings().voice === 'on' && speech.voices().length > 0;
  const perform = (effect: Effect, live: Live): void => {
    switch (effect.kind) {
      case 'mark':
        sound(effect.mark);
        return;
      case 'entered':
        stage.save(true);
        return;
      case 'resumed': {
        const told = toldOf(live.part, lookup());
        const { timeline, at } = live.player;
        speak([say('voice.go_on'), ...reminder(timeline, cueAt(timeline, at), told)], true);
        return;
      }
      case 'quiet':
        speech.quiet();
        return;
      case 'paused':
        stage.save(true);
        return;
      case 'ended':
        stage.ended();
    }
  };
  const sound = ({ say: sentences, kind, chime }: Mark): void => {
    speak(sentences, kind === 'cue' || kind === 'count');
    if (!chime) return;
    const isCounted = chime === 'count';
    // The numbers are spoken; without a voice they are heard and felt.
    if (isCounted && isSpoken()) return;
    if (stage.settings().chimes) chimes.play(chime);
    if (stage.settings().vibration && !isCounted) vibration.pulse(chime);
  };
  const send = (input: Input): void => {
    const live = stage.live();
    if (!live) return;
    const { player, effects } = step(live.player, input);
    const next = { ...live, player };
    stage.changed(next, lineOf(effects));
    const { title } = toldOf(next.part, lookup());
    const place = player.timeline.cues[cueAt(player.timeline, player.at)]?.place;
    if (effects.length > 0 && place !== undefined)
      media.show(title(place), player.running !== null);
    // A cue that begins says itself what comes.
    const begins = effects.some((effect) => effect.kind === 'mark' && effect.mark.kind === 'cue');
    for (const effect of effects) if (!begins || effect.kind !== 'resumed') perform(effect, next);
    // A page that is put away may not come back.
    if (player.running && effects.length === 0) stage.save(input.kind === 'hide');
    schedule();
  };
  const tick = (): void => send({ kind: 'tick', moment: clock.moment() });
  const schedule = (): void => {
    callOff();
    const player = stage.live()?.player;
    if (!player?.running) return;
    const { now } = clock.moment();
    callOff = clock.after(Math.min(LONGEST_WAIT, untilNext(player, now)), tick);
  };
  return {
    send: (kind) => send({ kind, moment: clock.moment() }),
    pause: (why) => send({ kind: 'pause', moment: clock.moment(), why }),
    go: (cue) => send({ kind: 'go', moment: clock.moment(), cue }),
    tell(sentences) {
      speak(sentences, true);
      mayCutOff = false;
    },
    unlock(text) {
      const { voice, voice_name: name, voice_speed: speed, chimes: sounds } = stage.settings();
      if (sounds) chimes.unlock();
      if (voice === 'on') {
        speech.unlock(text, { name, speed });
        mayCutOff = false;
      }
      // Who wants no sound may be listening to something else, which this would end.
      if (sounds || voice === 'on') media.unlock();
    },
    position() {
      const player = stage.live()?.player;
      return player ? positionAt(player, clock.moment().now) : 0;
    },
    isSpoken,
    stop() {
      callOff();
      speech.quiet();
    },
  };
}

/** What stands on the screen besides the movement: the latest step of a change of position. */
function lineOf(effects: readonly Effect[]): string | undefined {
  let line: string | undefined;
  for (const effect of effects) {
    if (effect.kind === 'entered') line = '';
    if (effect.kind !== 'mark') continue;
    const { kind, say: sentences } = effect.mark;
    if (kind === 'step') line = sentences[0];
  }
  return line;
}
