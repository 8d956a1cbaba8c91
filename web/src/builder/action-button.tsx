// A button whose movement is named for those who only hear it, where many buttons look alike.

import type { ComponentChildren, JSX } from 'preact';
import { say } from '../state/words';

interface Props {
  readonly onClick: () => void;
  readonly title?: string; // of the movement
  readonly class?: string;
  readonly disabled?: boolean;
  readonly expanded?: boolean;
  readonly pressed?: boolean;
  readonly controls?: string;
  readonly children: ComponentChildren;
}

/** Disabled buttons keep the focus: one that vanishes from under a finger is lost. */
export function ActionButton(props: Props): JSX.Element {
  const { onClick, title = '', disabled = false, expanded, pressed, controls, children } = props;
  return (
    <button
      type="button"
      class={`button button--quiet ${props.class ?? ''}`.trim()}
      aria-disabled={disabled ? 'true' : undefined}
      aria-expanded={expanded}
      aria-pressed={pressed}
      aria-controls={expanded ? controls : undefined}
      onClick={() => disabled || onClick()}
    >
      {children}
      {title === '' ? null : <span class="visually-hidden">{say('action.movement', title)}</span>}
    </button>
  );
}
