// What is kept, in step with the store while a page shows it.

import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Plan, SessionRecord, Settings } from '../keep/records';
import type { Store, Written } from '../keep/store';

export interface Shown {
  readonly plans: readonly Plan[];
  readonly sessions: readonly SessionRecord[];
  readonly settings: Settings;
  readonly damaged: number;
}

export interface InStep {
  /**
   * Nothing until it was read for the first time; `broken` when it cannot be read, as in a tab that
   * had to let go of the store because a newer version of the site was opened in another.
   */
  readonly kept: Shown | 'broken' | undefined;
  readonly outcome: Written | undefined; // of the last change
  /** Notes what came of a change, and reads again. */
  settle(written: Written): Promise<Written>;
}

export function useKept(store: Store): InStep {
  const [kept, setKept] = useState<Shown | 'broken'>();
  const [outcome, setOutcome] = useState<Written>();
  const readAll = useCallback(async () => {
    const [plans, sessions, settings] = await Promise.all([
      store.plans(),
      store.sessions(),
      store.settings(),
    ]);
    setKept({ plans, sessions, settings, damaged: store.damaged });
  }, [store]);
  const read = useCallback(() => readAll().catch(() => setKept('broken')), [readAll]);
  useEffect(() => {
    void read();
    store.onChange(() => void read());
  }, [store, read]);
  const settle = async (written: Written): Promise<Written> => {
    setOutcome(written);
    await read();
    return written;
  };
  return { kept, outcome, settle };
}
