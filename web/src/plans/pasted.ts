// What a person pastes: a link, a message around a link, the end of one, or a routine's code alone.

import { isRefusal, type ReadCode } from '../core/questions';
import type { Catalogue, RefusedRequest } from '../core/types';
import { vocabularyOf } from '../state/choices';
import { isCutOff, readLink, writeLink } from '../state/link';

/** Why there is no plan in what was pasted. */
export type PasteProblem = 'empty' | 'too_long' | 'no_plan' | 'own_plan' | 'cut';

export interface Pasted {
  readonly fragment: string; // without its hash sign
  readonly code: string; // empty: the routine is planned from the choices
}

const LONGEST_LINK = 400_000; // characters: twice the longest code there is
const CODE = /^[1-9][A-Za-z0-9_-]{20,}$/;
const OURS = /(^|&)(stage|minutes|surfaces|routine)=/;

export function readPasted(text: string): Pasted | PasteProblem {
  if (text.trim() === '') return 'empty';
  if (text.length > LONGEST_LINK) return 'too_long';
  // The link may stand in a sentence, in quotes or in angle brackets.
  const words = text.split(/[\s<>"“”«»]+/).filter((word) => word !== '');
  const parts = words.map(fragmentOf);
  const plan = parts.find((part) => OURS.test(part));
  if (plan !== undefined) {
    if (isCutOff(plan)) return 'cut';
    return { fragment: plan, code: new URLSearchParams(plan).get('routine')?.trim() ?? '' };
  }
  if (parts.some((part) => /(^|&)plan=/.test(part))) return 'own_plan';
  const code = words.find((word) => CODE.test(word));
  return code === undefined ? 'no_plan' : { fragment: `routine=${code}`, code };
}

/** `https://…/builder/#stage=sore`, `…#/builder/?stage=sore` or `stage=sore`. */
function fragmentOf(word: string): string {
  const fragment = word.slice(word.indexOf('#') + 1);
  return fragment.startsWith('/') ? fragment.slice(fragment.indexOf('?') + 1) : fragment;
}

/** The fragment with nothing in it but what this site knows; `read` is its code as the core reads it. */
export function soundFragment(
  { fragment }: Pasted,
  read: ReadCode | RefusedRequest | undefined,
  catalogue: Catalogue,
): string {
  const link = readLink(fragment, vocabularyOf(catalogue));
  if (!read || isRefusal(read)) return writeLink(link);
  // A code alone brings its own stage, and says nothing of what applies to anybody.
  const sound = writeLink({ ...link, choices: { ...link.choices, stage: read.stage } });
  const saysWhatApplies = new URLSearchParams(fragment).has('conditions');
  return saysWhatApplies ? sound : sound.replace(/&conditions=(?=&|$)/, '');
}
