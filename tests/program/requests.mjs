// Requests by a fixed rule: the same on every machine.
import { random } from '../random.mjs';

const ids = (terms) => terms.map(({ id }) => id);

/** Valid requests of every stage and length; half of them use every field that there is. */
export function validRequests(catalogue, count, seed = 20) {
  const numbers = random(seed);
  const exercises = ids(catalogue.exercises);
  const list = [];
  for (let i = 0; i < count; ++i) {
    const surfaces = numbers.some(ids(catalogue.surfaces), 60);
    const include = i % 5 === 0 ? [numbers.one(exercises)] : [];
    const request = {
      stage: ids(catalogue.stages)[i % catalogue.stages.length],
      minutes: numbers.between(1, 60),
      surfaces: surfaces.length > 0 ? surfaces : ['floor'],
      equipment: numbers.some(ids(catalogue.equipment), 40),
      conditions: numbers.some(ids(catalogue.conditions), i % 3 === 0 ? 0 : 10),
      exclude: numbers.some(exercises, 5).filter((id) => !include.includes(id)),
      include,
    };
    list.push(i % 2 === 0 ? request : { ...request, ...moreAnswers(catalogue, numbers) });
  }
  return list.map((request) => JSON.stringify(request));
}

function moreAnswers(catalogue, numbers) {
  const exercises = ids(catalogue.exercises);
  const answers = {
    focus: numbers.some(ids(catalogue.targets), 20),
    helped: numbers.some(exercises, 15),
    hurt: numbers.some(exercises, 10),
    recent: numbers.some(exercises, 25),
    doses: Object.fromEntries(numbers.some(exercises, 10).map((id) => [id, numbers.between(0, 3)])),
  };
  if (numbers.oneIn(2)) answers.eases = numbers.one(['flexion', 'extension', 'neither']);
  if (numbers.oneIn(2)) answers.posture = numbers.one(ids(catalogue.postures));
  if (numbers.oneIn(4)) answers.position_changes = numbers.between(0, 3);
  return answers;
}

/** Requests that are refused. */
export function wrongRequests() {
  const valid = { stage: 'sore', minutes: 10, surfaces: ['floor'] };
  return [
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
    { ...valid, doses: { bridge: 4 } },
    { ...valid, doses: [] },
    { ...valid, eases: 'up' },
    { ...valid, posture: 'flying' },
    { ...valid, position_changes: -1 },
    { ...valid, variety: 1.5 },
  ].map((request) => JSON.stringify(request));
}
