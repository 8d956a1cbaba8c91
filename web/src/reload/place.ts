// Keeps the place on the page over a reload. Browsers try to, but give up on a page that is still
// short because a script fills it.

const KEY = 'unclench:place';
const PATIENCE = 10_000; // for scripts that fill a page; any act of the reader's ends it

interface Place {
  readonly address: string;
  readonly x: number;
  readonly y: number;
}

function address(): string {
  return location.pathname + location.search;
}

/** Heights that depend on what was seen would put another part of the page at the same place. */
export function layOutWhole(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { content-visibility: visible !important; }');
  document.adoptedStyleSheets.push(sheet);
}

export function keepPlace(): void {
  const place: Place = { address: address(), x: scrollX, y: scrollY };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(place));
  } catch {
    // Storage may be full or forbidden. Then the browser's own way has to do.
  }
}

export function returnToPlace(): void {
  const place = takePlace();
  if (!place || place.address !== address()) return;
  let until = Infinity;
  const stop = (): void => {
    until = 0;
  };
  for (const event of ['wheel', 'touchstart', 'keydown', 'pointerdown'])
    addEventListener(event, stop, { once: true, passive: true });
  addEventListener('load', () => {
    if (until > 0) until = performance.now() + PATIENCE;
  });

  const step = (): void => {
    if (performance.now() > until) return;
    scrollTo({ left: place.x, top: place.y, behavior: 'instant' });
    const arrived = Math.abs(scrollY - place.y) < 2 && Math.abs(scrollX - place.x) < 2;
    if (!arrived || document.readyState !== 'complete') requestAnimationFrame(step);
  };
  step();
}

function takePlace(): Place | undefined {
  try {
    const text = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return text ? (JSON.parse(text) as Place) : undefined;
  } catch {
    return undefined;
  }
}
