// Redrawing a list takes away the button that was just pressed. Focus then moves to the row that
// stands in its place, not to a button there: a second press must not remove a second movement.

interface Place {
  readonly list: string;
  readonly index: number; // 0-based, among the rows of the list
  readonly top: number; // pixels below the top of the window
}

export function keepPlace(area: HTMLElement, heading: HTMLElement, redraw: () => void): void {
  const focused = document.activeElement;
  const hadFocus = area.contains(focused);
  const place = hadFocus ? placeOf(focused, area) : null;
  redraw();
  if (!hadFocus || area.contains(document.activeElement)) return;
  // An element that was moved to another place has lost the focus on the way.
  if (focused instanceof HTMLElement && focused.isConnected) {
    focused.focus({ preventScroll: true });
    return;
  }
  const row = place ? rowAt(place, area) : undefined;
  (row ?? heading).focus({ preventScroll: true });
  if (place && row) {
    const moved = row.getBoundingClientRect().top - place.top;
    window.scrollBy({ top: moved, behavior: 'instant' });
  } else {
    heading.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }
}

function placeOf(focused: Element | null, area: HTMLElement): Place | null {
  const row = focused?.closest<HTMLElement>('[data-row]');
  const list = row?.closest<HTMLElement>('[data-list]')?.dataset.list;
  if (!row || list === undefined) return null;
  return {
    list,
    index: rowsOf(list, area).indexOf(row),
    top: row.getBoundingClientRect().top,
  };
}

function rowAt(place: Place, area: HTMLElement): HTMLElement | undefined {
  const rows = rowsOf(place.list, area);
  return rows[Math.min(place.index, rows.length - 1)];
}

function rowsOf(list: string, area: HTMLElement): HTMLElement[] {
  return [...area.querySelectorAll<HTMLElement>(`[data-list="${list}"] [data-row]`)];
}
