// The signs that need help and no routine, asked before the first routine of the day.

import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { noteChecked } from '../keep/day';
import { say, type TextKey } from '../state/words';

const SIGNS: readonly TextKey[] = [
  'red_flags.numb',
  'red_flags.bladder',
  'red_flags.legs',
  'red_flags.chest',
  'red_flags.fall',
  'red_flags.ill',
];

interface Props {
  readonly helpAddress: string;
  readonly goOn: string; // what the button that goes on says
  onClear(): void;
}

export function RedFlags({ helpAddress, goOn, onClear }: Props): JSX.Element {
  const clear = (): void => {
    noteChecked();
    onClear();
  };
  const heading = useId(); // one file may hold two pages that ask
  return (
    <section class="red-flags" aria-labelledby={heading}>
      <h2 id={heading} tabIndex={-1}>
        {say('red_flags.title')}
      </h2>
      <ul>
        {SIGNS.map((sign) => (
          <li key={sign}>{say(sign)}</li>
        ))}
      </ul>
      <p class="red-flags-answers">
        <button type="button" class="button button--large" onClick={clear}>
          {goOn}
        </button>
        <a class="button button--quiet button--large" href={helpAddress}>
          {say('red_flags.yes')}
        </a>
      </p>
      <p class="red-flags-note">{say('red_flags.kept')}</p>
    </section>
  );
}
