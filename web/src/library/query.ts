// The choices as the query of an address that a person can read:
// position=supine,standing&condition=pregnancy&q=knee%20roll

import type { Choices, Filter } from './choices';

const WORDS = 'q';

/** What is not known is passed over, and options come in the order in which they are offered. */
export function readQuery(query: string, filters: readonly Filter[]): Choices {
  const given = new URLSearchParams(query);
  const chosen: Record<string, readonly string[]> = {};
  for (const { id, options } of filters) {
    const named = (given.get(id) ?? '').split(',');
    const known = options.filter((option) => named.includes(option));
    if (known.length > 0) chosen[id] = known;
  }
  return { chosen, words: given.get(WORDS) ?? '' };
}

/** Without a question mark; empty when nothing is chosen. */
export function writeQuery({ chosen, words }: Choices, filters: readonly Filter[]): string {
  const parts: string[] = [];
  for (const { id, options } of filters) {
    const named = options.filter((option) => chosen[id]?.includes(option));
    if (named.length > 0) parts.push(`${id}=${named.map(encodeURIComponent).join(',')}`);
  }
  const typed = words.trim();
  if (typed !== '') parts.push(`${WORDS}=${encodeURIComponent(typed)}`);
  return parts.join('&');
}
