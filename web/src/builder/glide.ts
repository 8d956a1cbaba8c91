// Movements that glide to their new places when the routine is drawn anew.

const MILLISECONDS = 220;

interface Place {
  readonly top: number; // pixels below the top of the list
  readonly inSight: boolean;
}

type Places = ReadonlyMap<string, Place>; // by the rows' keys

/** `redraw` makes every change that comes with the routine: the page is laid out right after it. */
export function glideRows(area: HTMLElement, redraw: () => void): void {
  const before = placesIn(area);
  redraw();
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (still || before.size === 0 || typeof Element.prototype.animate !== 'function') return;
  const rows = rowsIn(area);
  const arrived = rows.filter((row) => !before.has(keyOf(row)));
  const first = placesIn(area);
  const seen = arrived.filter((row) => first.get(keyOf(row))?.inSight);
  for (const row of seen) fadeIn(row);
  const after = seen.length > 0 ? placesIn(area) : first;
  for (const row of rows) slide(row, before.get(keyOf(row)), after.get(keyOf(row)));
}

/** Its content counts at once, so that what stands below it begins to move where it stood. */
function fadeIn(row: HTMLElement): void {
  const frames = [
    { opacity: 0, contentVisibility: 'visible' },
    { opacity: 1, contentVisibility: 'visible' },
  ];
  row.animate(frames, { duration: MILLISECONDS, easing: 'ease-out' });
}

/** Nobody sees what moves out of sight, and each row that moves is a layer of its own to paint. */
function slide(row: HTMLElement, from: Place | undefined, to: Place | undefined): void {
  if (!from || !to || from.top === to.top || !(from.inSight || to.inSight)) return;
  const frames = [{ transform: `translateY(${from.top - to.top}px)` }, { transform: 'none' }];
  row.animate(frames, { duration: MILLISECONDS, easing: 'ease-out' });
}

function placesIn(area: HTMLElement): Places {
  const rows = rowsIn(area);
  const list = rows[0]?.parentElement?.getBoundingClientRect().top ?? 0;
  return new Map(
    rows.map((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return [keyOf(row), { top: top - list, inSight: bottom > 0 && top < window.innerHeight }];
    }),
  );
}

function rowsIn(area: HTMLElement): HTMLElement[] {
  return [...area.querySelectorAll<HTMLElement>('[data-row][data-key]')];
}

const keyOf = (row: HTMLElement): string => row.dataset.key ?? '';
