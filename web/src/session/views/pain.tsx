// Pain from 0 to 10, in one tap. The number that was given stays pressed and can be changed.

import type { JSX } from 'preact';
import { say } from '../../state/words';

const PAINS = Array.from({ length: 11 }, (_, pain) => pain);

interface Props {
  readonly question: string;
  readonly note?: string;
  readonly pain: number | undefined;
  onRate(pain: number): void;
}

export function PainScale({ question, note, pain, onRate }: Props): JSX.Element {
  return (
    <fieldset class="session-pain">
      <legend>{question}</legend>
      {note && <p class="small">{note}</p>}
      <div class="pain-scale">
        {PAINS.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === pain}
            aria-label={say('pain.value', each)}
            onClick={() => onRate(each)}
          >
            {each}
          </button>
        ))}
      </div>
      <p class="pain-scale-ends">
        <span>{say('pain.none')}</span> <span>{say('pain.worst')}</span>
      </p>
    </fieldset>
  );
}
