// Numbers that look random and are the same everywhere.
export function random(seed) {
  let state = seed;
  const below = (limit) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * limit);
  };
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    oneIn: (count) => below(count) === 0,
    one: (list) => list[below(list.length)],
    some: (list, percent) => list.filter(() => below(100) < percent),
  };
}
