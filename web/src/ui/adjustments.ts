// What the person changed about the routine by hand, and the way back.

import { isAdjusted, type Choices } from '../state/choices';
import { counted } from '../state/words';
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
  const parts: string[] = [];
  if (exclude.length > 0) parts.push(`left out ${movements(exclude.length)}`);
  if (include.length > 0) parts.push(`put in ${movements(include.length)}`);
  return `You ${parts.join(' and ')}. Start again to undo that; your answers stay.`;
}

function movements(count: number): string {
  return counted(count, 'movement', 'movements');
}
