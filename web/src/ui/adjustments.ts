// What the person changed about the routine by hand, and the way back.

import { isAdjusted, type Choices } from '../state/choices';
import { count, say } from '../state/words';
import { actionButton } from './actions';
import { make } from './dom';

export function showAdjustments(area: HTMLElement, choices: Choices): void {
  area.hidden = !isAdjusted(choices);
  if (area.hidden) {
    area.replaceChildren();
    return;
  }
  area.replaceChildren(make('p', {}, adjustmentsInWords(choices)), actionButton('start-again'));
}

function adjustmentsInWords({ exclude, include }: Choices): string {
  const leftOut = count('adjusted.movements', exclude.length);
  const putIn = count('adjusted.movements', include.length);
  if (include.length === 0) return say('adjusted.left_out', leftOut);
  if (exclude.length === 0) return say('adjusted.put_in', putIn);
  return say('adjusted.both', leftOut, putIn);
}
