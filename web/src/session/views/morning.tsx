// How the back was the morning after the last session, asked while there is time: before the next.

import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { dayOf } from '../../keep/day';
import { MorningQuestion } from '../../keep/morning';
import type { SessionRecord } from '../../keep/records';
import type { Store } from '../../keep/store';

interface Kept {
  readonly store: Store;
  readonly sessions: readonly SessionRecord[];
}

export function Morning({ store }: { readonly store: Promise<Store> }): JSX.Element | null {
  const [kept, setKept] = useState<Kept | null>(null);
  useEffect(() => {
    store
      .then(async (open) => setKept({ store: open, sessions: await open.sessions() }))
      .catch(() => undefined); // nothing is kept, so there is nothing to ask
  }, [store]);
  if (!kept) return null;
  return (
    <MorningQuestion
      sessions={kept.sessions}
      today={dayOf(new Date())}
      store={kept.store}
      onAnswered={() => undefined}
    />
  );
}
