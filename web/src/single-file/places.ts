// Where the address leads in the file that holds every page.

export interface Place {
  readonly page: HTMLElement;
  readonly section: Element | null; // null: the beginning of the page
}

/**
 * `#/exercises/bridge/` is a page, `#/exercises/bridge/steps` a section of it, and `#routine` one
 * whose id stayed short. What stands behind a question mark is the page's own business. Null when
 * the address names nothing in a page.
 */
export function findPlace(hash: string, home: HTMLElement): Place | null {
  const id = decoded(hash.slice(1)).split('?', 1)[0] ?? '';
  if (id === '') return { page: home, section: null };
  const element = document.getElementById(id) ?? document.getElementById(`${id}/`);
  const page = element?.closest<HTMLElement>('.page');
  return page ? { page, section: element === page ? null : element } : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray percent sign
  }
}
