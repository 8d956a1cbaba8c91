// Why each other movement is out, and the way in where there is one.

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import {
  canBePutIn,
  canBePutInByHand,
  foundIn,
  groupByRule,
  type OutOfRoutine,
} from '../state/left-out';
import { count, say } from '../state/words';
import { ActionButton } from './action-button';
import type { View } from './view';

export function LeftOutList({ view }: { readonly view: View }): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const { leftOut } = view.shown;
  const found = isOpen ? foundIn(leftOut, words, view.lookup) : [];
  return (
    <details
      class="routine-left-out"
      id="routine-left-out"
      hidden={leftOut.length === 0}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{count('left_out.title', leftOut.length)}</summary>
      {isOpen ? (
        <>
          <p class="field">
            <label for="builder-left-out-words">{say('left_out.search')}</label>
            <input
              id="builder-left-out-words"
              type="search"
              value={words}
              onInput={({ currentTarget }) => setWords(currentTarget.value)}
            />
          </p>
          {words === '' ? null : (
            <p class="small" aria-live="polite">
              {count('left_out.found', found.length)}
            </p>
          )}
          <div data-list="left-out">
            {groupByRule(found).map(({ rule, heading, movements }) => (
              <section key={rule}>
                <h3 class="left-out-heading">{heading}</h3>
                <ul class="left-out-group" role="list">
                  {movements.map((out) => (
                    <LeftOutItem key={out.id} out={out} view={view} />
                  ))}
                </ul>
              </section>
            ))}
          </div>
        </>
      ) : null}
    </details>
  );
}

function LeftOutItem({
  out,
  view,
}: {
  readonly out: OutOfRoutine;
  readonly view: View;
}): JSX.Element {
  const { lookup, shown, actions } = view;
  const title = lookup.title(out.id);
  return (
    <li class="left-out" data-row="" tabIndex={-1}>
      <p class="left-out-reason">
        <a href={lookup.exercise(out.id)?.url ?? ''}>{title}</a>
        {out.reason === '' ? null : (
          <>
            <br />
            {out.reason}
          </>
        )}
      </p>
      {canBePutIn(out.rule) || (shown.settled && canBePutInByHand(out.rule)) ? (
        <ActionButton title={title} onClick={() => actions.putIn(out.id)}>
          {say('action.put_in')}
        </ActionButton>
      ) : canBePutInByHand(out.rule) ? (
        <ActionButton title={title} onClick={() => actions.putInByHand(out.id)}>
          {say('action.by_hand')}
        </ActionButton>
      ) : null}
    </li>
  );
}
