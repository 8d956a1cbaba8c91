// The routine as an ordered list.

import type { MovementView } from '../state/movements';
import { movementItem } from './movement';

export function showMovements(list: HTMLOListElement, movements: readonly MovementView[]): void {
  list.hidden = movements.length === 0;
  list.replaceChildren(...movements.map(movementItem));
}
