// Everything as one file: out of this device, and into it.

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { bringing, sorted, type Bringing } from '../keep/bringing';
import { LARGEST_FILE, readKept } from '../keep/kept';
import type { Kept, Settings } from '../keep/records';
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

  const here = await thereIs(store).catch(() => undefined);
  if (!here) {
    await settle('unavailable'); // a failure is said at the top of the page
    return '';
  }
  const copyName = (name: string): string => say('copy_name', name || say('unnamed'));
  const brought = bringing(read.kept, { ...here, copyName });
  if ((await settle(await store.add(brought.kept))) !== 'written') return '';
  const settings = await store.settings().catch(() => here.settings);
  return told(brought, read.unreadable, settingsFate(here.settings, read.kept.settings, settings));
}

async function thereIs(store: Store): Promise<Pick<Kept, 'plans' | 'sessions' | 'settings'>> {
  const [plans, sessions, settings] = await Promise.all([
    store.plans(),
    store.sessions(),
    store.settings(),
  ]);
  return { plans, sessions, settings };
}

type SettingsFate = 'same' | 'brought' | 'left_out';

function settingsFate(
  before: Settings,
  given: Settings | undefined,
  after: Settings,
): SettingsFate {
  if (!given || sorted(before) === sorted(given)) return 'same';
  return sorted(after) === sorted(given) ? 'brought' : 'left_out';
}

function told(
  { kept: { plans, sessions }, here, copies }: Bringing,
  unreadable: number,
  settings: SettingsFate,
): string {
  const isFresh = plans.length + sessions.length > 0;
  const parts = [
    isFresh
      ? say(
          'file.added',
          count('kept.plans', plans.length),
          count('kept.sessions', sessions.length),
        )
      : '',
    settings === 'brought' ? say('file.settings_brought') : '',
    !isFresh && settings !== 'brought' ? say('file.nothing_new') : '',
    copies > 0 ? count('file.copies', copies) : '',
    here > 0 ? count('file.here', here) : '',
    settings === 'left_out' ? say('file.settings_stay') : '',
    unreadable > 0 ? count('file.unreadable', unreadable) : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}
