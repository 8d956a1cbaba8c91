// Where the address leads in the file that holds every page.

export interface Place {
  readonly page: HTMLElement;
  readonly section: Element | null; // null: the beginning of the page
}

/**
 * `#/exercises/bridge/` is a page, `#/exercises/bridge/steps` a section of it, and `#routine` one
 * whose id is short. What stands behind a question mark is the page's own business. Null when
 * the address names nothing in a page.
 */
export function findPlace(
  hash: string,
  pages: readonly HTMLElement[],
  home: HTMLElement,
): Place | null {
  const id = decoded(hash.slice(1)).split('?', 1)[0] ?? '';
  if (id === '') return { page: home, section: null };
  const whole = pages.find((page) => page.id === id || page.id === `${id}/`);
  if (whole) return { page: whole, section: null };
  for (const page of pages) {
    const section =
      withId(page, id) ?? (id.startsWith(page.id) && withId(page, id.slice(page.id.length)));
    if (section) return { page, section };
  }
  return null;
}

function withId(page: HTMLElement, id: string): Element | null {
  return page.querySelector(`[id="${CSS.escape(id)}"]`);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray percent sign
  }
}
