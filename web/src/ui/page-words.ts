// The words that the page gives to its script: data, which no browser runs.

import { useWords } from '../state/words';
import { required } from './dom';

export function readPageWords(): void {
  const { textContent } = required('#words', HTMLScriptElement);
  useWords(
    JSON.parse(textContent ?? '') as Record<string, string>,
    document.documentElement.lang || 'en',
  );
}
