// A session ends: what is said then, and what is kept of it, with every answer that follows.

import type { Ending } from '../keep/records';
import { say } from '../state/words';
import { sessionRecord } from './live';
import type { Felt } from './model';
import type { Playback } from './playback';
import { isSession, type Shared } from './shared';

export interface Ended {
  finish(ending: Ending): void;
  rate(pain: { readonly before?: number; readonly after?: number }): void;
  feel(id: string, felt: Felt): void;
  write(note: string): void;
}

export function newEnding({ world, kept, model, set }: Shared, play: Playback): Ended {
  const { devices } = world;

  function finish(ending: Ending): void {
    const { live } = model();
    if (!live) return;
    if (live.player.running) play.pause('person');
    play.stop();
    devices.wakeLock.release();
    devices.media.forget();
    const played = (model().live ?? live).player.played + live.playedBefore;
    const hurt = Object.keys(live.hurt).length > 0;
    if (ending === 'stopped' && !isSession(played) && !hurt) {
      kept.discard();
      set({ screen: 'before', live: null, message: '' });
      return;
    }
    if (ending !== 'symptoms' && live.player.ended)
      play.tell([say('voice.done'), say('voice.done_stay')]);
    if (ending === 'symptoms') play.tell([say('voice.symptoms'), say('voice.symptoms_help')]);
    const screen = ending === 'symptoms' ? 'symptoms' : 'after';
    set({ screen, asksBefore: model().painBefore === undefined, message: '', hurt: null });
    keep(ending);
  }

  function keep(ending: Ending): void {
    const { live, painBefore, painAfter, sign, felt, note } = model();
    if (!live) return;
    const legs = sign === 'leg_pain' || sign === 'leg_weak';
    const after = { painBefore, painAfter, legs, sign, felt, note };
    const record = sessionRecord(live, ending, after);
    set({ record });
    void kept.ended(record).then((written) => set({ kept: written }));
  }

  function keepAgain(): void {
    const { record } = model();
    if (record) keep(record.ending);
  }

  return {
    finish,
    rate({ before = model().painBefore, after = model().painAfter }) {
      set({ painBefore: before, painAfter: after });
      keepAgain();
    },
    feel(id, felt) {
      set({ felt: { ...model().felt, [id]: felt } });
      keepAgain();
    },
    write(note) {
      set({ note });
      keepAgain();
    },
  };
}
