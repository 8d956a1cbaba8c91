// Why each other movement is out, behind one fold that stays as the person left it.

import type { LeftOut } from '../core/types';
import { canBePutIn, groupByRule, type LeftOutGroup } from '../state/left-out';
import type { Lookup } from '../state/movements';
import { count } from '../state/words';
import { actionButton } from './actions';
import { make, required } from './dom';

export function showLeftOut(
  details: HTMLDetailsElement,
  leftOut: readonly LeftOut[],
  lookup: Lookup,
): void {
  details.hidden = leftOut.length === 0;
  required('summary', HTMLElement, details).textContent = count('left_out.title', leftOut.length);
  required('[data-list]', HTMLElement, details).replaceChildren(
    ...groupByRule(leftOut).flatMap((group) => groupOf(group, lookup)),
  );
}

function groupOf(group: LeftOutGroup, lookup: Lookup): HTMLElement[] {
  const items = group.movements.map((movement) => leftOutItem(movement, lookup));
  return [
    make('h3', { class: 'left-out-heading' }, group.heading),
    make('ul', { class: 'left-out-group', role: 'list' }, ...items),
  ];
}

function leftOutItem(leftOut: LeftOut, lookup: Lookup): HTMLLIElement {
  const title = lookup.title(leftOut.id);
  return make(
    'li',
    { class: 'left-out', 'data-row': '', tabindex: '-1' },
    make(
      'p',
      { class: 'left-out-reason' },
      make('a', { href: lookup.exercise(leftOut.id)?.url ?? '' }, title),
      make('br'),
      leftOut.reason,
    ),
    canBePutIn(leftOut.rule) ? actionButton('put-in', leftOut.id, title) : null,
  );
}
