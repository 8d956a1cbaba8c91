// What is kept, in step with the store while a page shows it.

import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Plan, SessionRecord, Settings } from '../keep/records';
import type { Store } from '../keep/store';

export interface Shown {
  readonly plans: readonly Plan[];
  readonly sessions: readonly SessionRecord[];
  readonly settings: Settings;
  readonly damaged: number;
}

/**
 * Nothing until it was read for the first time; `broken` when it cannot be read, as in a tab that had
 * to let go of the store because a newer version of the site was opened in another.
 */
export function useKept(
  store: Store,
): readonly [Shown | 'broken' | undefined, () => Promise<void>] {
  const [shown, setShown] = useState<Shown | 'broken'>();
  const readAll = useCallback(async () => {
    const [plans, sessions, settings] = await Promise.all([
      store.plans(),
      store.sessions(),
      store.settings(),
    ]);
    setShown({ plans, sessions, settings, damaged: store.damaged });
  }, [store]);
  const read = useCallback(() => readAll().catch(() => setShown('broken')), [readAll]);
  useEffect(() => {
    void read();
    store.onChange(() => void read());
  }, [store, read]);
  return [shown, read];
}
