// Keeps the query of the address in step with the choices.

// Browsers refuse about a hundred changes in thirty seconds, and whoever types makes more.
const PAUSE_MILLISECONDS = 400;

export interface QueryBar {
  read(): string;
  write(query: string): void; // without a question mark
}

/** In the file that holds all pages the address is the page's: the query is then only remembered. */
export function queryBar(isOneFile: boolean): QueryBar {
  let remembered = '';
  let timer = 0;
  const put = (): void => {
    clearTimeout(timer);
    timer = 0;
    const { pathname, hash } = location;
    const query = remembered === '' ? '' : `?${remembered}`;
    if (query !== location.search) history.replaceState(history.state, '', pathname + query + hash);
  };
  const flush = (): void => {
    if (timer !== 0) put();
  };
  // A link from here would leave the last words behind.
  window.addEventListener('click', flush, { capture: true });
  window.addEventListener('pagehide', flush);

  return {
    read: () => (isOneFile ? remembered : location.search.slice(1)),
    write(query) {
      remembered = query;
      if (isOneFile) return;
      clearTimeout(timer);
      timer = setTimeout(put, PAUSE_MILLISECONDS);
    },
  };
}
