// Everything as one file: out of this device, and into it.

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { LARGEST_FILE, readKept } from '../keep/kept';
import type { Store, Written } from '../keep/store';
import { count, say } from '../state/words';
import { saveAll } from '../ui/save-all';

interface Props {
  readonly store: Store;
  settle(written: Written): Promise<Written>;
}

export function FileBox({ store, settle }: Props): JSX.Element {
  const [message, setMessage] = useState('');
  const bring = async (input: HTMLInputElement): Promise<void> => {
    const file = input.files?.[0];
    input.value = ''; // so that the same file can be chosen again
    if (!file) return;
    setMessage(''); // what is said of this file is heard, also when it is the same again
    setMessage(await added(file, store, settle).catch(() => say('file.unreadable_file')));
  };
  return (
    <section aria-labelledby="plans-file-heading">
      <h2 id="plans-file-heading">{say('file.title')}</h2>
      <p>{say('file.text')}</p>
      <div class="actions">
        <button
          type="button"
          class="button button--quiet"
          onClick={() => void saveAll(store).then(settle)}
        >
          {say('file.save')}
        </button>
        <label class="button button--quiet plans-file">
          {say('file.bring')}
          <input
            type="file"
            class="visually-hidden"
            accept=".json,application/json"
            onChange={({ currentTarget }) => void bring(currentTarget)}
          />
        </label>
      </div>
      <p role="status">{message}</p>
    </section>
  );
}

async function added(file: File, store: Store, settle: Props['settle']): Promise<string> {
  if (file.size > LARGEST_FILE) return say('file.too_large');
  const text = await file.text().catch(() => undefined);
  if (text === undefined) return say('file.unreadable_file');
  const read = readKept(text);
  if (typeof read === 'string') return say(`file.${read}`);

  const before = await numbers(store).catch(() => undefined);
  // A failure is said at the top of the page.
  const written = before ? await store.add(read.kept) : 'unavailable';
  if ((await settle(written)) !== 'written' || !before) return '';
  const after = await numbers(store).catch(() => undefined);
  if (!after) return ''; // the page says that it cannot read any more
  const { plans, sessions } = read.kept;
  const fresh = { plans: after.plans - before.plans, sessions: after.sessions - before.sessions };
  const here = plans.length + sessions.length - fresh.plans - fresh.sessions;
  const outcome =
    fresh.plans + fresh.sessions === 0
      ? say('file.nothing_new')
      : say('file.added', count('kept.plans', fresh.plans), count('kept.sessions', fresh.sessions));
  const rest = [
    here > 0 ? count('file.here', here) : '',
    read.unreadable > 0 ? count('file.unreadable', read.unreadable) : '',
  ];
  return [outcome, ...rest].filter((part) => part !== '').join(' ');
}

async function numbers(store: Store): Promise<{ plans: number; sessions: number }> {
  const [plans, sessions] = await Promise.all([store.plans(), store.sessions()]);
  return { plans: plans.length, sessions: sessions.length };
}
