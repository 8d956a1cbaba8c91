// The sessions as files, and the way to delete all of them.

import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { dayOf } from '../keep/day';
import type { Store, Written } from '../keep/store';
import { count, say } from '../state/words';
import { download } from '../ui/download';
import { saveAll } from '../ui/save-all';
import { Confirm } from '../ui/store-notices';
import { sessionsAsCsv } from './csv';
import type { PartProps } from './page';

export function Files({ store, kept, setGone, settle }: PartProps): JSX.Element {
  const [isAsking, setAsking] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const end = (): void => {
    setAsking(false);
    heading.current?.focus();
  };
  const saveTable = (): void =>
    download(`unclench-${dayOf(new Date())}.csv`, 'text/csv', sessionsAsCsv(kept.sessions));
  const deleteAll = async (): Promise<void> => {
    const written = await deleteSessions(store);
    end();
    setGone([]);
    await settle(written);
  };
  return (
    <section aria-labelledby="progress-files">
      <h2 id="progress-files" tabIndex={-1} ref={heading}>
        {say('files.title')}
      </h2>
      <p>{say('files.text')}</p>
      <p class="actions">
        <button type="button" class="button button--quiet" onClick={saveTable}>
          {say('files.csv')}
        </button>
        <button
          type="button"
          class="button button--quiet"
          onClick={() => void saveAll(store).then(settle)}
        >
          {say('files.json')}
        </button>
        {!isAsking && (
          <button type="button" class="button button--quiet" onClick={() => setAsking(true)}>
            {say('files.delete')}
          </button>
        )}
      </p>
      {isAsking && (
        <Confirm
          question={count('files.sure', kept.sessions.length)}
          yes={say('files.yes')}
          no={say('files.no')}
          onYes={() => void deleteAll()}
          onNo={end}
        />
      )}
    </section>
  );
}

/** What was learned from them goes too. */
async function deleteSessions(store: Store): Promise<Written> {
  const sessions = await store.sessions().catch(() => undefined);
  if (!sessions) return 'unavailable';
  for (const { id } of sessions) {
    const written = await store.deleteSession(id);
    if (written !== 'written') return written;
  }
  return store.changeSettings((settings) => ({ ...settings, held_steps: {} }));
}
