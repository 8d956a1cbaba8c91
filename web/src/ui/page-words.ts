// The words that the page gives to its script: data, which no browser runs.

import { useWords, type PageWords } from '../state/words';
import { required } from './dom';

/** Where one file holds all pages, each page's words have an id of their own. */
export function readPageWords(id: string, page: PageWords): void {
  const { textContent } = required(`#${id}`, HTMLScriptElement);
  useWords(
    JSON.parse(textContent ?? '') as Record<string, string>,
    document.documentElement.lang || 'en',
    page,
  );
}
