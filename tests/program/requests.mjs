// Requests by a fixed rule: the same 240 on every machine. The last ones are not valid.

const STAGES = ['spasm', 'sore', 'stiff', 'well'];
const SURFACES = ['bed', 'floor', 'chair', 'standing'];
const EQUIPMENT = ['chair', 'ottoman', 'exercise-ball', 'mat', 'pillow', 'towel', 'wall'];

/** A small linear congruential generator; the same numbers everywhere. */
function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}

function some(list, next, percent) {
  return list.filter(() => next(100) < percent);
}

/** @param {{conditions: {id: string}[], exercises: {id: string}[]}} catalogue */
export function requests(catalogue) {
  const next = numbers(20);
  const conditions = catalogue.conditions.map(({ id }) => id);
  const exercises = catalogue.exercises.map(({ id }) => id);
  const list = [];
  for (let i = 0; i < 230; ++i) {
    const surfaces = some(SURFACES, next, 60);
    const include = i % 5 === 0 ? [exercises[next(exercises.length)]] : [];
    list.push({
      stage: STAGES[i % STAGES.length],
      minutes: 1 + next(60),
      surfaces: surfaces.length > 0 ? surfaces : ['floor'],
      equipment: some(EQUIPMENT, next, 40),
      conditions: some(conditions, next, i % 3 === 0 ? 0 : 10),
      exclude: some(exercises, next, 5).filter((id) => !include.includes(id)),
      include,
    });
  }
  const valid = { stage: 'sore', minutes: 10, surfaces: ['floor'] };
  list.push(
    {},
    { ...valid, stage: 'fine' },
    { ...valid, minutes: 0 },
    { ...valid, minutes: 'ten' },
    { ...valid, minutes: 10.5 },
    { ...valid, surfaces: [] },
    { ...valid, surfaces: 'floor' },
    { ...valid, equipment: ['chiar'] },
    { ...valid, include: ['bridge'], exclude: ['bridge'] },
    { ...valid, colour: 'blue' },
  );
  return list.map((request) => JSON.stringify(request));
}
