// The sessions one by one, the latest first. Any can be deleted, and put back.

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { SessionRecord } from '../keep/records';
import { dayInWords } from '../state/dates';
import type { Lookup } from '../state/movements';
import { count, say } from '../state/words';
import { focusSoon } from '../ui/focus';
import { focusOnce } from '../ui/store-notices';
import type { PartProps } from './page';
import { inOrder } from './series';

const FIRST = 7;

interface Props extends PartProps {
  readonly today: string;
  readonly lookup: Lookup | undefined;
}

export function Sessions(props: Props): JSX.Element {
  const { kept, gone } = props;
  const [isLong, setLong] = useState(false);
  const there = new Set(kept.sessions.map(({ id }) => id));
  const all = inOrder([...kept.sessions, ...gone.filter(({ id }) => !there.has(id))]).reverse();
  const shown = isLong ? all : all.slice(0, FIRST);
  const showAll = (): void => {
    setLong(true);
    const next = all[FIRST];
    if (next) focusSoon(rowOf(next));
  };
  return (
    <section aria-labelledby="progress-sessions">
      <h2 id="progress-sessions">{count('sessions.title', kept.sessions.length)}</h2>
      <ul class="session-list">
        {shown.map((session) =>
          there.has(session.id) ? (
            <Session key={session.id} session={session} {...props} />
          ) : (
            <Deleted key={session.id} session={session} {...props} />
          ),
        )}
      </ul>
      {shown.length < all.length && (
        <p class="actions">
          <button type="button" class="button button--quiet" onClick={showAll}>
            {say('sessions.all')}
          </button>
        </p>
      )}
    </section>
  );
}

function rowOf({ id }: SessionRecord): string {
  return `progress-session-${id}`;
}

type RowProps = Props & { readonly session: SessionRecord };

function Session({ session, store, lookup, today, gone, setGone, settle }: RowProps): JSX.Element {
  const day = dayInWords(session.date, today, document.documentElement.lang || 'en');
  const remove = async (): Promise<void> => {
    const written = await store.deleteSession(session.id);
    if (written === 'written') setGone([...gone.filter(({ id }) => id !== session.id), session]);
    await settle(written);
  };
  return (
    <li>
      <div id={rowOf(session)} tabIndex={-1}>
        <p class="session-day">{say('sessions.parts', day, session.name)}</p>
        <p class="small">{factsOf(session)}</p>
        {whatHurt(session, lookup).map((text) => (
          <p class="small" key={text}>
            {text}
          </p>
        ))}
        {session.note && <p class="small session-note">{session.note}</p>}
      </div>
      <button type="button" class="button button--quiet" onClick={() => void remove()}>
        {say('sessions.delete')} <span class="visually-hidden">{say('sessions.of', day)}</span>
      </button>
    </li>
  );
}

/** "Bridge hurt: my back, a little" and the warning sign that ended it. */
function whatHurt({ movements, sign }: SessionRecord, lookup: Lookup | undefined): string[] {
  const hurt = movements.flatMap(({ id, hurts }) =>
    hurts ? say('sessions.hurt', lookup?.title(id) ?? id, say(`sessions.hurt_${hurts}`)) : [],
  );
  return sign ? [...hurt, say('sessions.sign', say(`sessions.sign_${sign}`))] : hurt;
}

/** "10 minutes, pain from 4 to 3, stopped early" */
function factsOf({ played_seconds, pain_before, pain_after, ending }: SessionRecord): string {
  const unknown = say('table.unknown');
  const parts = [
    count('minutes', Math.round(played_seconds / 60)),
    (pain_before ?? pain_after) === undefined
      ? ''
      : say('sessions.pains', pain_before ?? unknown, pain_after ?? unknown),
    ending === 'done' ? '' : say(`sessions.${ending}`),
  ];
  return parts
    .filter((part) => part !== '')
    .reduce((all, part) => say('sessions.parts', all, part));
}

function Deleted({ session, store, today, gone, setGone, settle }: RowProps): JSX.Element {
  const day = dayInWords(session.date, today, document.documentElement.lang || 'en');
  const putBack = async (): Promise<void> => {
    if ((await settle(await store.saveSession(session))) !== 'written') return;
    setGone(gone.filter(({ id }) => id !== session.id));
    focusSoon(rowOf(session));
  };
  return (
    <li class="session--gone">
      <p tabIndex={-1} ref={focusOnce}>
        {say('sessions.deleted', day)}
      </p>
      <button type="button" class="button button--quiet" onClick={() => void putBack()}>
        {say('sessions.put_back')}
      </button>
    </li>
  );
}
