// Which movements fit the choices.

import { NOTHING, optionsOf, withOptions, withWords, type Choices } from './choices';

export interface Card {
  readonly position: string;
  readonly surfaces: readonly string[];
  readonly phase: string;
  readonly targets: readonly string[];
  /** Groups of equipment, of which each is needed, and of each group one piece. */
  readonly needs: readonly (readonly string[])[];
  readonly avoid: readonly string[]; // conditions that rule it out
  readonly care: readonly string[]; // conditions in which it has to be changed
  readonly load: number;
  readonly text: string; // searchable: title, summary and other names
}

type Rule = (card: Card, chosen: readonly string[]) => boolean;

const shares = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((one) => b.includes(one));

const RULES: Readonly<Record<string, Rule>> = {
  position: ({ position }, chosen) => chosen.includes(position),
  surface: ({ surfaces }, chosen) => shares(surfaces, chosen),
  phase: ({ phase }, chosen) => chosen.includes(phase),
  target: ({ targets }, chosen) => shares(targets, chosen),
  equipment: ({ needs }, chosen) => {
    const have = chosen.filter((piece) => piece !== NOTHING);
    return needs.every((group) => shares(group, have));
  },
  condition: ({ avoid }, chosen) => !shares(avoid, chosen),
  effort: ({ load }, [most]) => load <= Number(most),
};

/** Lower-case letters and digits without marks, one space between words. */
export function searchable(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function holdsWords({ text }: Card, words: string): boolean {
  // Each typed word begins a word of the text.
  const padded = ` ${text}`;
  return searchable(words)
    .split(' ')
    .every((word) => padded.includes(` ${word}`) || word === '');
}

export function matches(card: Card, choices: Choices): boolean {
  const fits = Object.entries(choices.chosen).every(([filter, chosen]) =>
    (RULES[filter] ?? (() => true))(card, chosen),
  );
  return fits && holdsWords(card, choices.words);
}

/** The chosen conditions in which the movement has to be changed. */
export function careWith({ care }: Card, choices: Choices): readonly string[] {
  return optionsOf(choices, 'condition').filter((condition) => care.includes(condition));
}

export interface Loosening {
  readonly filter: string; // to be left out; empty for the typed words
  readonly count: number; // what there would be then
}

/** Which single filter to leave out so that something is found, the most fruitful first. */
export function loosenings(cards: readonly Card[], choices: Choices): readonly Loosening[] {
  const countWith = (others: Choices): number =>
    cards.filter((card) => matches(card, others)).length;
  const found = Object.keys(choices.chosen).map((filter) => ({
    filter,
    count: countWith(withOptions(choices, filter, [])),
  }));
  if (choices.words.trim() !== '')
    found.push({ filter: '', count: countWith(withWords(choices, '')) });
  return found.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
}
