// One kept routine, and what can be done with it.

import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { dayOf } from '../keep/day';
import type { Plan } from '../keep/records';
import type { Store, Written } from '../keep/store';
import { dayInWords } from '../state/dates';
import { addressWith, LONGEST_NAME } from '../state/link';
import type { Lookup } from '../state/movements';
import { count, say, type TextKey } from '../state/words';
import type { PageData } from '../ui/page-data';
import { copied, movementIds, renamed } from './shown-plans';

interface Props {
  readonly plan: Plan;
  readonly lastDone: string;
  readonly seconds: number | undefined; // unknown while the core is not there
  readonly lookup: Lookup | undefined;
  readonly gone: readonly Plan[];
  readonly store: Store;
  readonly data: PageData;
  setGone(gone: readonly Plan[]): void;
  settle(written: Written): Promise<Written>;
}

export function PlanCard(props: Props): JSX.Element {
  const { plan, lookup, data } = props;
  const [isRenaming, setRenaming] = useState(false);
  const rename = useRef<HTMLButtonElement>(null);
  const endRenaming = (): void => {
    setRenaming(false);
    // The button comes back when the form has gone.
    requestAnimationFrame(() => rename.current?.focus());
  };
  const heading = `plans-${plan.id}`;
  const movements = movementIds(plan);
  return (
    <li class="plan" aria-labelledby={heading}>
      <h3 id={heading} tabIndex={-1}>
        {plan.name || say('unnamed')}
      </h3>
      <p class="plan-facts">{factsOf(props)}</p>
      {lookup && <Movements ids={movements} lookup={lookup} />}
      {plan.note && <p class="plan-note">{plan.note}</p>}
      <p class="actions plan-main">
        <a class="button" href={addressWith(data.session, `plan=${encodeURIComponent(plan.id)}`)}>
          {say('start')} <Of plan={plan} />
        </a>
        <a
          class="button button--quiet"
          href={addressWith(data.builder, `plan=${encodeURIComponent(plan.id)}`)}
        >
          {say('open')} <Of plan={plan} />
        </a>
      </p>
      <details class="plan-more">
        <summary>
          {say('more')} <Of plan={plan} />
        </summary>
        {isRenaming ? (
          <RenameForm {...props} onEnd={endRenaming} />
        ) : (
          <More {...props} rename={rename} onRename={() => setRenaming(true)} />
        )}
      </details>
    </li>
  );
}

const MOST_FIGURES = 4;

/** The first figures help to recognise a routine; the names say the same in words. */
function Movements({ ids, lookup }: { ids: readonly string[]; lookup: Lookup }): JSX.Element {
  const figures = ids.flatMap((id) => lookup.exercise(id)?.figure ?? []);
  return (
    <>
      <div class="plan-figures">
        {figures.slice(0, MOST_FIGURES).map(({ thumbnail }) => (
          <img key={thumbnail} src={thumbnail} alt="" width={300} height={200} loading="lazy" />
        ))}
      </div>
      <p class="plan-movements">{ids.map((id) => lookup.title(id)).join(', ')}</p>
    </>
  );
}

/** For those who only hear it: which of the buttons that look alike this is. */
function Of({ plan }: { plan: Plan }): JSX.Element {
  return <span class="visually-hidden">{say('of', plan.name || say('unnamed'))}</span>;
}

/** "10 minutes, 6 movements, last done on Fri 20 November" */
function factsOf({ plan, seconds, lastDone }: Props): string {
  const minutes = plan.settled ? seconds && Math.ceil(seconds / 60) : plan.request.minutes;
  const parts = [
    minutes ? count('minutes', minutes) : '',
    plan.settled ? count('movements', plan.routine.movements.length) : say('planned_anew'),
    lastDone ? say('last_done', lastDayInWords(lastDone)) : say('not_done'),
  ];
  return parts.filter((part) => part !== '').reduce((all, part) => say('parts', all, part));
}

function lastDayInWords(day: string): string {
  return dayInWords(day, dayOf(new Date()), document.documentElement.lang || 'en');
}

interface MoreProps extends Props {
  readonly rename: { current: HTMLButtonElement | null };
  onRename(): void;
}

function More({ plan, store, gone, setGone, settle, rename, onRename }: MoreProps): JSX.Element {
  const remove = async (): Promise<void> => {
    const written = await store.deletePlan(plan.id);
    if (written === 'written') setGone([...gone.filter(({ id }) => id !== plan.id), plan]);
    await settle(written);
  };
  const copy = async (): Promise<void> => {
    await settle(await store.savePlan(copied(plan, say('copy_name', plan.name || say('unnamed')))));
  };
  const button = (text: TextKey, act: () => void): JSX.Element => (
    <button
      type="button"
      class="button button--quiet"
      ref={text === 'rename' ? rename : undefined}
      onClick={act}
    >
      {say(text)} <Of plan={plan} />
    </button>
  );
  return (
    <p class="actions">
      {button('rename', onRename)}
      {button('copy', () => void copy())}
      {button('delete', () => void remove())}
    </p>
  );
}

function RenameForm({ plan, store, settle, onEnd }: Props & { onEnd(): void }): JSX.Element {
  const input = useRef<HTMLInputElement | null>(null);
  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const next = renamed(plan, input.current?.value ?? '');
    if (next) await settle(await store.savePlan(next));
    onEnd();
  };
  return (
    <form
      class="plan-rename"
      onSubmit={save}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onEnd();
      }}
    >
      <label class="field">
        <span>{say('name')}</span>
        <input
          type="text"
          maxLength={LONGEST_NAME}
          defaultValue={plan.name}
          ref={(element) => {
            if (element && !input.current) element.select();
            input.current = element;
          }}
        />
      </label>
      <p class="actions">
        <button type="submit" class="button">
          {say('save_name')}
        </button>
        <button type="button" class="button button--quiet" onClick={onEnd}>
          {say('cancel')}
        </button>
      </p>
    </form>
  );
}
