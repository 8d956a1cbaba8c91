// Keeps the address in step with the choices.

// Browsers refuse about a hundred changes in thirty seconds, and a dragged slider makes more.
const PAUSE_MILLISECONDS = 400;

export function addressBar(): (fragment: string) => void {
  let last = -Infinity;
  let waiting: string | null = null;

  const write = (fragment: string): void => {
    last = performance.now();
    waiting = null;
    history.replaceState(history.state, '', `${location.pathname}${location.search}#${fragment}`);
  };
  const flush = (): void => {
    if (waiting !== null) write(waiting);
  };
  window.addEventListener('pagehide', flush);

  return (fragment) => {
    const pause = last + PAUSE_MILLISECONDS - performance.now();
    if (pause <= 0) {
      write(fragment);
      return;
    }
    if (waiting === null) setTimeout(flush, pause);
    waiting = fragment;
  };
}
