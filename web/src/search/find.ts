// Looks things up in the index that the generator makes for MiniSearch.

/*! MiniSearch, copyright 2022 Luca Ongaro, MIT licence: https://github.com/lucaong/minisearch */
import MiniSearch, { type Query, type SearchOptions } from 'minisearch';

export interface Found {
  readonly title: string;
  readonly url: string;
  readonly kind: string; // exercise, condition, guide, routine, article, page or term
  readonly summary: string;
}

/** The best first; none for what has no word in it. */
export type Find = (words: string) => Found[];

const INDEX = {
  idField: 'id',
  fields: ['title', 'headings', 'text'],
  storeFields: ['title', 'url', 'kind', 'summary'],
};

const SLIPS: SearchOptions = {
  // The last word may still be being typed; "in" before it begins too many others.
  prefix: (term, place, terms) =>
    term.length > 2 || (term.length > 1 && place === terms.length - 1),
  // One slip in a word of four letters or more, two in long ones.
  fuzzy: (term) => (term.length > 3 ? 0.25 : false),
  maxFuzzy: 2,
  weights: { prefix: 0.6, fuzzy: 0.3 },
  boost: { title: 4, headings: 2 },
  // Help comes first, then what to do; lists of terms and the articles come last.
  boostDocument: (_id, _term, stored) => BOOSTS[String(stored?.['kind'])] ?? 1,
};

const BOOSTS: Readonly<Record<string, number>> = {
  exercise: 1,
  condition: 1.4,
  guide: 1.2,
  page: 2,
  routine: 1,
  term: 0.9,
  article: 0.6,
};

export function openIndex(json: string): Find {
  const index = MiniSearch.loadJSON<Found & { id: number }>(json, INDEX);
  return (words) => {
    const query: Query = words.trim();
    if (query === '') return [];
    // All words together first; any of them when no page has all.
    const all = index.search(query, { ...SLIPS, combineWith: 'AND' });
    const results = all.length > 0 ? all : index.search(query, SLIPS);
    return results.map(({ title, url, kind, summary }) => ({
      title: String(title),
      url: String(url),
      kind: String(kind),
      summary: String(summary),
    }));
  };
}
