// Requests by a fixed rule.
import { random } from '../../random.mjs';

const ids = (terms) => terms.map(({ id }) => id);

/** Of every stage and length; now and then something is asked for or left out. */
export function makeRequests(catalogue, count, { seed, least = 2, most = 45 }) {
  const numbers = random(seed);
  const exercises = ids(catalogue.exercises);
  return Array.from({ length: count }, () => {
    const surfaces = numbers.some(ids(catalogue.surfaces), 60);
    const include = numbers.oneIn(5) ? [numbers.one(exercises)] : [];
    return {
      stage: numbers.one(ids(catalogue.stages)),
      minutes: numbers.between(least, most),
      surfaces: surfaces.length > 0 ? surfaces : ['floor'],
      equipment: numbers.some(ids(catalogue.equipment), 50),
      conditions: numbers.some(ids(catalogue.conditions), 8),
      exclude: numbers.some(exercises, 2).filter((id) => !include.includes(id)),
      include,
    };
  });
}
