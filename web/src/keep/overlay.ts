// A change of what is kept leaves alone what this version does not know.

import type { Fields } from './reading';

/**
 * What is kept after a change: `kept` as it lies there, with the differences between `before`, which is what could
 * be read of it, and `after`. Entries of a list keep what is not known of them while the list keeps its length and
 * they their ids.
 */
export function overlaid(kept: unknown, before: unknown, after: unknown): unknown {
  if (JSON.stringify(before) === JSON.stringify(after)) return kept;
  if (isList(kept) && isList(before) && isList(after)) {
    const isSame = kept.length === before.length && before.length === after.length;
    if (!isSame) return after;
    return after.map((entry, index) => overlaid(kept[index], before[index], entry));
  }
  if (!isRecord(kept) || !isRecord(before) || !isRecord(after)) return after;
  return before.id === after.id ? fieldsOver(kept, before, after) : after;
}

function fieldsOver(kept: Fields, before: Fields, after: Fields): Fields {
  const unknown = Object.entries(kept).filter(([name]) => !(name in before));
  const known = Object.entries(after).map(([name, value]) => [
    name,
    name in kept && name in before ? overlaid(kept[name], before[name], value) : value,
  ]);
  return Object.fromEntries([...unknown, ...known]) as Fields;
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
