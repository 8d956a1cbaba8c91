// A phone on the floor beside one can be felt.

import type { Vibration } from '../devices';
import type { Chime } from '../player';

/** Milliseconds: on, off, on. */
const PULSES: Readonly<Record<Chime, readonly number[]>> = {
  ready: [80],
  begin: [120, 80, 120],
  hold: [200],
  switch: [80, 80, 80, 80, 80],
  rest: [300],
  count: [30],
  done: [300, 150, 300],
};

export function browserVibration(): Vibration {
  const possible = typeof navigator.vibrate === 'function';
  return {
    possible,
    pulse(chime) {
      if (possible) navigator.vibrate([...PULSES[chime]]);
    },
  };
}
