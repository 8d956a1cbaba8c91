// What could stand in the place of a movement, the best first, and what would change.

import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Alternative } from '../core/questions';
import { doseInWords, durationInWords } from '../state/phrases';
import type { Shown } from '../state/shown';
import { count, say } from '../state/words';
import { ActionButton } from './action-button';
import type { View } from './view';

const FIRST = 4;

interface Props {
  readonly place: number;
  readonly view: View;
}

export function SwapPanel({ place, view }: Props): JSX.Element {
  const { actions, lookup, shown } = view;
  const [found, setFound] = useState<readonly Alternative[] | 'failed' | null>(null);
  const [all, setAll] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    let wanted = true;
    const show = (next: readonly Alternative[] | 'failed'): void => {
      if (wanted) setFound(next);
    };
    actions.alternatives(place).then(show, () => show('failed'));
    return () => {
      wanted = false;
    };
  }, [shown]);

  // The button that showed more is gone.
  useEffect(() => {
    if (all) list.current?.children[FIRST]?.querySelector('a')?.focus();
  }, [all]);

  if (!found) return <p class="small">{say('swap.looking')}</p>;
  if (found === 'failed') return <p role="alert">{say('swap.failed')}</p>;
  if (found.length === 0) return <p>{say('swap.none')}</p>;
  const offered = all ? found : found.slice(0, FIRST);
  return (
    <>
      <p class="panel-title">{say('swap.title')}</p>
      <ul class="swaps" role="list" ref={list}>
        {offered.map((other) => {
          const exercise = lookup.exercise(other.id);
          return (
            <li class="swap" key={other.id}>
              <p>
                <a href={exercise?.url ?? ''}>{lookup.title(other.id)}</a>
                <br />
                {doseInWords(other.dose, exercise ?? { tempo: 1 })}
                <br />
                <span class="small">{differences(other, shown).join(' ')}</span>
              </p>
              <ActionButton
                title={lookup.title(other.id)}
                onClick={() => actions.swap(place, other)}
              >
                {say('swap.use')}
              </ActionButton>
            </li>
          );
        })}
      </ul>
      {offered.length < found.length ? (
        <ActionButton onClick={() => setAll(true)}>
          {count('swap.more', found.length - offered.length)}
        </ActionButton>
      ) : null}
    </>
  );
}

const NEARLY = 0.03; // of the points, as for another routine that is nearly as good

function differences(other: Alternative, shown: Shown): string[] {
  const seconds = other.seconds_difference;
  const changes = other.position_changes - shown.position_changes;
  const before = Math.abs(other.score - other.score_difference);
  const words = [];
  if (other.score_difference >= 0) words.push(say('swap.as_good'));
  else if (-other.score_difference <= before * NEARLY) words.push(say('swap.nearly'));
  else words.push(say('swap.less'));
  if (seconds > 0) words.push(say('swap.longer', durationInWords(seconds)));
  if (seconds < 0) words.push(say('swap.shorter', durationInWords(-seconds)));
  if (changes > 0) words.push(count('swap.more_changes', changes));
  if (changes < 0) words.push(count('swap.fewer_changes', -changes));
  return words;
}
