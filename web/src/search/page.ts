// The page /search/, and its part in the file that holds all pages.

import { SEARCH_EVENT } from './event';
import { searchForm } from './form';
import { opensSearch } from './keys';

const MOST = 40;

export function startPage(form: HTMLFormElement): void {
  const page = form.closest<HTMLElement>('.page');
  const { field, search } = searchForm(form, MOST, (words) => {
    if (page) return; // its address is that of the page
    const query = words.trim() === '' ? '' : `?q=${encodeURIComponent(words.trim())}`;
    history.replaceState(history.state, '', location.pathname + query);
  });
  const read = (): void => {
    if (page) return;
    field.value = new URLSearchParams(location.search).get('q') ?? '';
    search(field.value);
  };

  window.addEventListener('popstate', read);
  window.addEventListener(SEARCH_EVENT, () => field.focus());
  if (page) openFromOthers(page, field);
  read();
  // Nobody opens this page for anything else; a phone's keyboard waits to be asked for.
  if (!page && field.value === '' && matchMedia('(hover: hover)').matches) field.focus();
}

// In one file with all pages the key leads to this one.
function openFromOthers(page: HTMLElement, field: HTMLInputElement): void {
  window.addEventListener('keydown', (event) => {
    if (!opensSearch(event)) return;
    event.preventDefault();
    if (!page.hidden) {
      field.focus();
      return;
    }
    // After the heading of the page has had the focus.
    window.addEventListener('hashchange', () => setTimeout(() => field.focus()), { once: true });
    location.hash = page.id;
  });
}
