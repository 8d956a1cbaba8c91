// Opens the search from any page. Its script and its index are loaded when it is first asked for.

import { SEARCH_EVENT } from './event';
import { opensSearch } from './keys';

export function listenForSearch(script: string): void {
  const open = (event: Event, link: HTMLAnchorElement | null): void => {
    if (!link) return;
    event.preventDefault();
    import(script).then(
      () => window.dispatchEvent(new CustomEvent(SEARCH_EVENT, { detail: link.href })),
      () => location.assign(link.href),
    );
  };
  document.addEventListener('click', (event) => {
    const { target, ctrlKey, metaKey, shiftKey, altKey } = event;
    if (ctrlKey || metaKey || shiftKey || altKey) return; // a new tab, a new window
    open(event, (target as Element).closest('a.search-link'));
  });
  document.addEventListener('keydown', (event) => {
    if (opensSearch(event)) open(event, document.querySelector('a.search-link'));
  });
}
