// The search as a person meets it: a field, and below it a list of links that follows what is typed.

import { fileText } from '../core/files';
import { make, required } from '../ui/dom';
import { openIndex, type Find, type Found } from './find';
import { isKeyOn, switchKey } from './keys';

export interface SearchForm {
  readonly field: HTMLInputElement;
  search(words: string): void;
}

const PAUSE_MILLISECONDS = 120;

/** `most` results are shown; `changed` hears the words that were looked for. */
export function searchForm(
  form: HTMLFormElement,
  most: number,
  changed: (words: string) => void = () => {},
): SearchForm {
  const field = required('input[type=search]', HTMLInputElement, form);
  const status = required('[role=status]', HTMLElement, form);
  const list = required('ol', HTMLOListElement, form);
  const key = required('input[type=checkbox]', HTMLInputElement, form);
  const text = (name: string): string => form.dataset[name] ?? '';
  let index: Promise<Find> | undefined;
  let timer = 0;
  let latest = '';

  const say = (words: string): void => {
    if (status.textContent !== words) status.textContent = words;
  };
  const load = (): Promise<Find> => {
    index ??= fileText(text('index')).then(openIndex);
    index.catch(() => (index = undefined)); // the next word tries again
    return index;
  };
  const show = (found: readonly Found[], words: string): void => {
    list.replaceChildren(...found.slice(0, most).map((page) => result(page, kindOf(page))));
    if (words.trim() === '') say('');
    else if (found.length === 0) say(text('none'));
    else if (found.length > most) say(filled(text('more'), String(most), String(found.length)));
    else say(filled(text('count'), String(found.length)));
  };
  const kindOf = ({ kind }: Found): string =>
    text(`kind${kind.charAt(0).toUpperCase()}${kind.slice(1)}`) || kind;
  const search = (words: string): void => {
    clearTimeout(timer);
    latest = words;
    if (words.trim() === '') {
      show([], '');
      return;
    }
    if (list.childElementCount === 0) say(text('loading'));
    load().then(
      (find) => {
        if (latest === words) show(find(words), words);
      },
      (error: unknown) => {
        console.warn(error);
        if (latest === words) say(text('failed'));
      },
    );
  };

  field.addEventListener('focus', () => void load().catch(() => {}), { once: true });
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      search(field.value);
      changed(field.value);
    }, PAUSE_MILLISECONDS);
  });
  const hasPointer = matchMedia('(any-hover: hover)');
  const whenFound = (act: (first: HTMLAnchorElement) => void): void => {
    search(field.value);
    changed(field.value);
    load().then(
      () => {
        const first = list.querySelector('a');
        if (first) act(first);
      },
      () => {},
    );
  };
  // Takes a phone's keyboard away too, so that there is something to see.
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    whenFound((first) => first.focus());
  });
  form.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const links = [...list.querySelectorAll('a')];
    const place = links.indexOf(document.activeElement as HTMLAnchorElement);
    if (document.activeElement !== field && place < 0) return;
    if (event.key === 'ArrowDown') links[Math.min(place + 1, links.length - 1)]?.focus();
    else if (event.key === 'ArrowUp') (place > 0 ? links[place - 1] : field)?.focus();
    else if (place >= 0 && event.key === 'Home') links[0]?.focus();
    else if (place >= 0 && event.key === 'End') links[links.length - 1]?.focus();
    else if (place < 0 && event.key === 'Enter' && hasPointer.matches)
      whenFound((best) => best.click());
    else {
      // Whoever types on goes on in the field.
      if (place >= 0 && (event.key === 'Backspace' || isSign(event.key))) field.focus();
      return;
    }
    event.preventDefault();
  });
  key.checked = isKeyOn();
  key.addEventListener('change', () => switchKey(key.checked));

  return { field, search };
}

const isSign = (key: string): boolean => key.length === 1 && key !== ' ';

function result({ title, url, summary }: Found, kind: string): HTMLLIElement {
  return make(
    'li',
    { class: 'search-result' },
    make(
      'a',
      { href: url },
      make('span', { class: 'search-title' }, title),
      ' ',
      make('span', { class: 'search-kind' }, kind),
    ),
    summary === '' ? null : make('p', {}, summary),
  );
}

function filled(text: string, ...parts: readonly string[]): string {
  return text.replace(/\{(\d)\}/g, (mark, index: string) => parts[Number(index)] ?? mark);
}
