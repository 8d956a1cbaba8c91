// Keeps the address in step with the choices.

// Browsers refuse about a hundred changes in thirty seconds, and a dragged slider makes more.
const PAUSE_MILLISECONDS = 400;

// Browsers take milliseconds over it, a slow phone many: what the change brings onto the screen comes first.
const FIRST_MILLISECONDS = 100;

export interface AddressBar {
  /** The fragment, or its part for the builder; null while the address leads to another page. */
  read(): string | null;
  /** Takes the fragment, or its part for the builder, without a hash sign; soon, or at once. */
  write(fragment: string, atOnce?: boolean): void;
}

/**
 * On a page of its own the choices are the fragment, `#stage=sore`. Where one file holds all pages
 * they stand behind the address of the builder's `page`, `#/builder/?stage=sore`. `written` hears of each
 * fragment when it is put into the address.
 */
export function addressBar(
  page: HTMLElement | null,
  written: (fragment: string) => void = () => undefined,
): AddressBar {
  const lead = page ? `#${page.id}?` : '#';
  let last = -Infinity;
  let waiting: string | null = null;

  const isElsewhere = (): boolean => Boolean(page?.hidden);
  const put = (fragment: string): void => {
    last = performance.now();
    waiting = null;
    written(fragment);
    if (isElsewhere()) return;
    const { pathname, search } = location;
    history.replaceState(history.state, '', `${pathname}${search}${lead}${fragment}`);
  };
  const flush = (): void => {
    if (waiting !== null) put(waiting);
  };
  window.addEventListener('pagehide', flush);
  // A link to another page of the same file would leave the last choices behind.
  window.addEventListener('click', flush, { capture: true });

  return {
    read() {
      if (isElsewhere()) return null;
      return location.hash.startsWith(lead) ? location.hash.slice(lead.length) : '';
    },
    write(fragment, atOnce = false) {
      if (atOnce) {
        put(fragment);
        return;
      }
      const pause = last + PAUSE_MILLISECONDS - performance.now();
      if (waiting === null) setTimeout(flush, Math.max(FIRST_MILLISECONDS, pause));
      waiting = fragment;
    },
  };
}
