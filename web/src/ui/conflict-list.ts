// When there is no routine: what cannot be together, and what to change.

import type { Change, Conflict, Routine } from '../core/types';
import type { Lookup } from '../state/movements';
import { count, say } from '../state/words';
import { actionButton } from './actions';
import { make } from './dom';

export function showConflicts(
  area: HTMLElement,
  { conflicts, changes }: Pick<Routine, 'conflicts' | 'changes'>,
  lookup: Lookup,
): void {
  area.hidden = conflicts.length === 0;
  area.replaceChildren(...conflicts.map((conflict) => conflictNote(conflict, lookup)));
  if (conflicts.length > 0) area.append(...advice(conflicts, changes));
}

function conflictNote(conflict: Conflict, lookup: Lookup): HTMLElement {
  const titles = conflict.movements.map((id) => lookup.title(id));
  const reason =
    titles.length === 0
      ? conflict.reason
      : say(
          'conflict.asked',
          titles.reduce((a, b) => say('conflict.and', a, b)),
          conflict.reason,
        );
  const buttons = conflict.movements.map((id) => actionButton('take-back', id, lookup.title(id)));
  const note = make(
    'div',
    { class: 'conflict', 'data-row': '', tabindex: '-1' },
    make('p', {}, reason),
  );
  if (buttons.length > 0) note.append(make('p', { class: 'button-row' }, ...buttons));
  return note;
}

function advice(conflicts: readonly Conflict[], changes: readonly Change[]): HTMLElement[] {
  if (changes.length > 0)
    return [
      make('p', {}, count('conflict.would_help', changes.length)),
      make('ul', {}, ...changes.map(({ text }) => make('li', {}, text))),
    ];
  const asked = conflicts.some(({ movements }) => movements.length > 0);
  return [make('p', {}, say(asked ? 'conflict.advice_asked' : 'conflict.advice'))];
}
