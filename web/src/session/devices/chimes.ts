// Soft bells, made on the spot.

import type { Chimes } from '../devices';
import type { Chime } from '../player';

/** Hertz, one after the other. */
const NOTES: Readonly<Record<Chime, readonly number[]>> = {
  ready: [440],
  begin: [523, 659],
  hold: [659],
  switch: [659, 523],
  rest: [392],
  count: [880],
  done: [523, 659, 784],
};

const APART = 0.16; // seconds between two notes
const LOUD = 0.18;
const FADES = 0.9; // seconds

export function browserChimes(): Chimes {
  const Context = window.AudioContext as typeof AudioContext | undefined;
  let context: AudioContext | undefined;

  const wake = (): void => {
    try {
      context ??= Context && new Context();
      // After a call or in a tap; where it is refused, there is silence.
      if (context && context.state !== 'running') context.resume().catch(() => undefined);
    } catch {
      context = undefined; // too many of them are open
    }
  };
  return {
    possible: Context !== undefined,
    unlock: wake,
    play(chime) {
      if (!context) return;
      wake();
      for (const [index, hertz] of NOTES[chime].entries())
        ring(context, hertz, context.currentTime + index * APART, chime === 'count');
    },
  };
}

function ring(context: AudioContext, hertz: number, at: number, short: boolean): void {
  const tone = context.createOscillator();
  const volume = context.createGain();
  const fades = short ? FADES / 6 : FADES;
  tone.frequency.value = hertz;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(LOUD, at + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, at + fades);
  tone.connect(volume).connect(context.destination);
  tone.start(at);
  tone.stop(at + fades);
}
