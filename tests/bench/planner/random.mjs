// Choices that look random and are the same everywhere.
import { mulberry32 } from '../../random.mjs';

export function random(seed) {
  const next = mulberry32(seed);
  const below = (limit) => Math.floor(next() * limit);
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    oneIn: (count) => below(count) === 0,
    one: (list) => list[below(list.length)],
    some: (list, percent) => list.filter(() => below(100) < percent),
  };
}
