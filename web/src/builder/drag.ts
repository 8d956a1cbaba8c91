// Rows that can be dragged by their handles. Everything here can also be done with buttons.

const EDGE = 80; // pixels from the top and bottom of the window in which it scrolls along
const SPEED = 0.6; // pixels that it scrolls in a millisecond

/** Rows are the children of the list; handles are what has `data-handle` in them. */
export function dragging(list: HTMLElement, drop: (from: number, to: number) => void): void {
  list.addEventListener('pointerdown', (event) => {
    const handle = event.target instanceof Element ? event.target.closest('[data-handle]') : null;
    const row = handle?.closest<HTMLElement>('[data-row]');
    if (!(handle instanceof HTMLElement) || !row || event.button !== 0) return;
    event.preventDefault();
    drag(list, row, handle, event, drop);
  });
}

function drag(
  list: HTMLElement,
  row: HTMLElement,
  handle: HTMLElement,
  { pointerId, pageY: start, clientY }: PointerEvent,
  drop: (from: number, to: number) => void,
): void {
  const rows = [...list.children] as HTMLElement[];
  const from = rows.indexOf(row);
  const middle = middleOf(row);
  let to = from;
  const end = new AbortController();
  const { signal } = end;

  let pointer = clientY; // pixels below the top of the window
  let last = performance.now();

  const follow = (event: PointerEvent): void => {
    if (event.pointerId !== pointerId) return;
    pointer = event.clientY;
    place();
  };
  // As long as it is held at an edge, also where it does not move.
  const scroll = (now: number): void => {
    if (signal.aborted) return;
    const way = pointer < EDGE ? -1 : pointer > window.innerHeight - EDGE ? 1 : 0;
    window.scrollBy({ top: way * SPEED * (now - last), behavior: 'instant' });
    if (way !== 0) place();
    last = now;
    requestAnimationFrame(scroll);
  };
  const place = (): void => {
    const by = window.scrollY + pointer - start;
    // Each time anew: rows get their true heights when they come into sight.
    to = rows.filter((one) => one !== row && middleOf(one) < middle + by).length;
    row.style.transform = `translateY(${by}px)`;
    for (const [index, one] of rows.entries()) {
      const marked = index !== from && index === to;
      one.dataset.drop = marked && to !== from ? (to < from ? 'before' : 'after') : '';
    }
  };
  const finish = (event: PointerEvent): void => {
    if (event.pointerId !== pointerId) return;
    end.abort();
    row.style.transform = '';
    delete row.dataset.dragged;
    for (const one of rows) delete one.dataset.drop;
    const isSame = list.children[from] === row; // another routine may have come meanwhile
    if (event.type === 'pointerup' && to !== from && isSame) drop(from, to);
  };
  row.dataset.dragged = '';
  requestAnimationFrame(scroll);
  handle.setPointerCapture(pointerId);
  handle.addEventListener('pointermove', follow, { signal });
  handle.addEventListener('pointerup', finish, { signal });
  handle.addEventListener('pointercancel', finish, { signal });
}

/** Pixels below the top of the page. */
function middleOf(row: HTMLElement): number {
  const { top, height } = row.getBoundingClientRect();
  return window.scrollY + top + height / 2;
}
