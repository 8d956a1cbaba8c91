// One movement of the routine.

import type { Figure } from '../core/types';
import type { MovementView } from '../state/movements';
import { say } from '../state/words';
import { actionButton } from './actions';
import { make } from './dom';

export function movementItem(movement: MovementView): HTMLLIElement {
  const item = make('li', { class: 'movement', 'data-row': '', tabindex: '-1' });
  if (movement.position !== '') {
    item.append(make('p', { class: 'movement-position' }, movement.position));
  }
  if (movement.figure) item.append(picture(movement.figure));
  item.append(
    make('h3', { class: 'movement-title' }, make('a', { href: movement.url }, movement.title)),
    make('p', { class: 'movement-dose' }, movement.dose),
    make('p', { class: 'movement-time' }, say('movement.time', movement.time)),
    ...movement.care.map(careNote),
    make('p', { class: 'movement-reasons' }, say('movement.reasons', movement.reasons.join(' '))),
    actionButton('leave-out', movement.id, movement.title),
  );
  return item;
}

function picture({ thumbnail, description }: Figure): HTMLImageElement {
  return make('img', {
    class: 'movement-figure-small',
    src: thumbnail,
    alt: description,
    width: '840',
    height: '560',
    loading: 'lazy',
  });
}

function careNote(note: string): HTMLParagraphElement {
  return make(
    'p',
    { class: 'movement-care' },
    make('strong', {}, say('movement.care')),
    ` ${note}`,
  );
}
