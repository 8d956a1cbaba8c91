// The search over any page. Form, words and style are those of the page /search/, which is fetched:
// so they stand in one place, and other pages carry nothing for it.

import { make } from '../ui/dom';
import { searchForm } from './form';

const MOST = 12;

export async function openDialog(page: string): Promise<() => void> {
  const response = await fetch(page);
  if (!response.ok) throw new Error(`${page} answered ${response.status}`);
  const source = new DOMParser().parseFromString(await response.text(), 'text/html');
  const found = source.querySelector('form.search');
  if (!found) throw new Error(`${page} has no search`);
  await adoptStyles(source);
  const form = document.importNode(found, true) as HTMLFormElement;

  const title = source.querySelector('h1')?.textContent ?? '';
  const close = make('button', { type: 'button', class: 'search-close' }, form.dataset.close ?? '');
  const dialog = make('dialog', { class: 'search-dialog', 'aria-label': title }, form);
  form.prepend(close);
  document.body.append(dialog);
  const { field, search } = searchForm(form, MOST);

  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close(); // beside it
  });
  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault(); // a search field would only be emptied
    dialog.close();
  });
  return () => {
    if (dialog.open) return;
    dialog.showModal();
    field.focus();
    field.select();
    search(field.value);
  };
}

// Waits for them, so that nothing is shown without its style.
async function adoptStyles(source: Document): Promise<void> {
  const present = new Set(
    [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map((link) =>
      link.getAttribute('href'),
    ),
  );
  const missing = [...source.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')]
    .map((link) => link.getAttribute('href') ?? '')
    .filter((href) => !present.has(href));
  await Promise.all(
    missing.map(
      (href) =>
        new Promise<void>((resolve) => {
          const link = make('link', { rel: 'stylesheet', href });
          link.addEventListener('load', () => resolve());
          link.addEventListener('error', () => resolve());
          document.head.append(link);
        }),
    ),
  );
}
