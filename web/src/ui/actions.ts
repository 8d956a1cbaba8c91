// Buttons that act on one movement. One listener serves them all, however often lists are redrawn.

import { say, type TextKey } from '../state/words';
import { make } from './dom';

export type Action = 'leave-out' | 'put-in' | 'take-back' | 'start-again';

const LABELS: Readonly<Record<Action, TextKey>> = {
  'leave-out': 'action.leave_out',
  'put-in': 'action.put_in',
  'take-back': 'action.take_back',
  'start-again': 'action.start_again',
};

export function actionButton(action: Action, movement = '', title = ''): HTMLButtonElement {
  const name = say('action.movement', title);
  const spoken = title === '' ? null : make('span', { class: 'visually-hidden' }, name);
  return make(
    'button',
    {
      type: 'button',
      class: 'button button--quiet',
      'data-action': action,
      'data-movement': movement,
    },
    say(LABELS[action]),
    spoken,
  );
}

export function onAction(
  area: HTMLElement,
  perform: (action: Action, movement: string) => void,
): void {
  area.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const button = target?.closest<HTMLButtonElement>('button[data-action]');
    const action = button?.dataset.action;
    if (button && isAction(action)) perform(action, button.dataset.movement ?? '');
  });
}

function isAction(text: string | undefined): text is Action {
  return text !== undefined && text in LABELS;
}
