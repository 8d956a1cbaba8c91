// Keeps a session while it goes on. Whatever happens to the storage, the session goes on.

import type { RunningSession, SessionRecord } from '../keep/records';
import type { Store, Written } from '../keep/store';

const PAUSE_MILLISECONDS = 3000;

export interface Keeping {
  /** At most every few seconds, but for `now`. */
  running(
    record: () => RunningSession,
    at: number,
    now: boolean,
    done: (written: Written) => void,
  ): void;
  ended(record: SessionRecord): Promise<Written>;
  discard(): void;
}

export function keeping(store: Promise<Store>): Keeping {
  let last = -Infinity;
  // One after the other: a slow write of an older state must not come last.
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(write: (store: Store) => Promise<T>, failed: T): Promise<T> => {
    const done = queue.then(async () => write(await store)).catch(() => failed);
    queue = done;
    return done;
  };
  const forget = (): Promise<Written> =>
    inTurn<Written>((open) => open.saveRunning(undefined), 'unavailable');

  return {
    running(record, at, now, done) {
      if (!now && at - last < PAUSE_MILLISECONDS) return;
      last = at;
      const written = record();
      void inTurn<Written>((open) => open.saveRunning(written), 'unavailable').then(done);
    },
    async ended(record) {
      const written = await inTurn<Written>((open) => open.saveSession(record), 'unavailable');
      void forget();
      return written;
    },
    discard: () => void forget(),
  };
}
