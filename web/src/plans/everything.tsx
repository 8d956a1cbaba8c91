// What is kept and where, and the way to delete all of it.

import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { forgetFragment } from '../builder/last-plan';
import { forgetAnswered } from '../keep/answered';
import { forgetChecked } from '../keep/day';
import type { Store, Written } from '../keep/store';
import { count, say } from '../state/words';
import type { Shown } from '../ui/kept';
import { Confirm } from '../ui/store-notices';

interface Props {
  readonly store: Store;
  readonly kept: Shown;
  settle(written: Written): Promise<void>;
}

export function Everything({ store, kept, settle }: Props): JSX.Element {
  const [isAsking, setAsking] = useState(false);
  const [message, setMessage] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const end = (): void => {
    setAsking(false);
    heading.current?.focus();
  };
  const deleteAll = async (): Promise<void> => {
    const written = await store.deleteAll();
    if (written === 'written') {
      forgetChecked();
      forgetFragment();
      forgetAnswered();
      setMessage(say('kept.deleted'));
    }
    end();
    await settle(written);
  };
  const plans = count('kept.plans', kept.plans.length);
  const sessions = count('kept.sessions', kept.sessions.length);
  return (
    <section aria-labelledby="plans-kept-heading">
      <h2 id="plans-kept-heading" tabIndex={-1} ref={heading}>
        {say('kept.title')}
      </h2>
      <p>{say('kept.where', plans, sessions)}</p>
      <p>{say('kept.asked')}</p>
      {isAsking ? (
        <Confirm
          question={say('kept.sure', plans, sessions)}
          yes={say('kept.yes')}
          no={say('kept.no')}
          onYes={() => void deleteAll()}
          onNo={end}
        />
      ) : (
        <p class="actions">
          <button
            type="button"
            class="button button--quiet"
            onClick={() => {
              setMessage('');
              setAsking(true);
            }}
          >
            {say('kept.delete')}
          </button>
        </p>
      )}
      <p role="status">{message}</p>
    </section>
  );
}
