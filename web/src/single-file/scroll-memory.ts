// Back, forward and reload return to where a page was left. Browsers do that themselves only for
// pages that are still as long as they were.

interface Entry {
  readonly entry: number;
  readonly top?: number;
}

// For a reload. Not on every step of scrolling: browsers count such changes.
const PAUSE_MILLISECONDS = 300;

export interface ScrollMemory {
  /** Where the present entry of the history was left, in pixels; null when it is new. */
  arrive(): number | null;
}

export function scrollMemory(): ScrollMemory {
  const tops = new Map<number, number>();
  let latest = Date.now(); // entries of an earlier visit keep their numbers
  let current = latest;

  let timer = 0;

  const write = (entry: Entry): void => history.replaceState(entry, '');
  history.scrollRestoration = 'manual';
  const remember = (): void => {
    tops.set(current, window.scrollY);
    clearTimeout(timer);
    timer = setTimeout(() => write({ entry: current, top: window.scrollY }), PAUSE_MILLISECONDS);
  };
  window.addEventListener('scroll', remember, { passive: true });

  return {
    arrive() {
      const known = history.state as Entry | null;
      current = known?.entry ?? ++latest;
      if (!known) write({ entry: current });
      return known ? (tops.get(current) ?? known.top ?? 0) : null;
    },
  };
}
