// What a person should know about the store: that it keeps nothing, or that something in it broke.

import type { ComponentChildren, JSX } from 'preact';
import type { Store, Written } from '../keep/store';
import { say } from '../state/words';

export function NotLasting({ obstacle }: Pick<Store, 'obstacle'>): JSX.Element | null {
  return obstacle && <p class="notice notice--warn">{say(`keep.${obstacle}`)}</p>;
}

/** Always there, so that what comes into it is read out. */
export function Outcome({ written }: { written: Written | undefined }): JSX.Element {
  const failed = written !== undefined && written !== 'written';
  return (
    <div role="alert">{failed && <p class="notice notice--warn">{say(`keep.${written}`)}</p>}</div>
  );
}

interface ConfirmProps {
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  readonly children?: ComponentChildren;
  onYes(): void;
  onNo(): void;
}

/** Asked in place; focus goes to the question, so that Enter alone deletes nothing. */
export function Confirm({ question, yes, no, children, onYes, onNo }: ConfirmProps): JSX.Element {
  return (
    <div class="notice notice--warn" role="group" aria-label={question}>
      <p tabIndex={-1} ref={focusOnce}>
        {question}
      </p>
      {children}
      <p class="actions">
        <button type="button" class="button button--stop" onClick={onYes}>
          {yes}
        </button>
        <button type="button" class="button button--quiet" onClick={onNo}>
          {no}
        </button>
      </p>
    </div>
  );
}

/** Stable, so that it is called when the element appears and not at each rendering. */
export function focusOnce(element: HTMLElement | null): void {
  element?.focus();
}
