// The shipped words of the builder's script.

import { readFileSync } from 'node:fs';
import { scriptWords } from './words-file.mjs';

const file = new URL('../../site/words/en-GB.yaml', import.meta.url);
export const english = scriptWords(readFileSync(file, 'utf8'));
