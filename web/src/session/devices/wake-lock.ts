// Keeps the screen on. Browsers let go of it whenever the page is hidden, and some when the battery
// is low.

import type { WakeLock } from '../devices';

export function browserWakeLock(): WakeLock {
  const locks = navigator.wakeLock as typeof navigator.wakeLock | undefined;
  let wanted = false;
  let sentinel: WakeLockSentinel | undefined;
  let tell: (held: boolean) => void = () => undefined;

  const request = async (): Promise<void> => {
    if (!locks || !wanted || sentinel || document.visibilityState === 'hidden') return;
    try {
      const lock = await locks.request('screen');
      if (!wanted) {
        await lock.release();
        return;
      }
      sentinel = lock;
      lock.addEventListener('release', () => {
        if (sentinel === lock) sentinel = undefined;
        if (wanted) tell(false);
      });
      tell(true);
    } catch {
      tell(false); // little battery, or not allowed here
    }
  };
  document.addEventListener('visibilitychange', () => void request());

  return {
    possible: locks !== undefined,
    hold() {
      wanted = true;
      if (locks) void request();
      else tell(false);
    },
    release() {
      wanted = false;
      sentinel?.release().catch(() => undefined);
      sentinel = undefined;
    },
    onChange(callback) {
      tell = callback;
    },
  };
}
