// The time of this device.

import type { Clock } from '../devices';

export function realClock(): Clock {
  return {
    moment: () => ({ now: performance.now(), wall: Date.now() }),
    date: () => new Date(),
    after(milliseconds, callback) {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
    isHidden: () => document.visibilityState === 'hidden',
    onVisibility(callback) {
      document.addEventListener('visibilitychange', () => {
        callback(document.visibilityState === 'hidden');
      });
      // A page that is left counts as hidden; not every browser says so before.
      window.addEventListener('pagehide', () => callback(true));
      window.addEventListener('pageshow', () => callback(document.visibilityState === 'hidden'));
    },
  };
}
