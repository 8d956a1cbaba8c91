// Made-up catalogues of any size, with the vocabulary and the numbers of the shipped one.
import { random } from '../../random.mjs';

const ids = (terms) => terms.map(({ id }) => id);
const directions = ['neutral', 'neutral', 'flexion', 'extension', 'rotation'];

function verdict(numbers) {
  const number = numbers.below(10);
  if (number === 0) return { verdict: 'avoid', note: 'Not with this.' };
  if (number < 3) return { verdict: 'care', note: 'Keep it small.' };
  return { verdict: 'fine', note: '' };
}

function dose(numbers, isRest) {
  const hold = isRest ? numbers.between(20, 60) : numbers.below(21);
  const repetitions = isRest ? 1 : numbers.between(2, 8);
  return {
    hold: [hold, isRest ? hold : hold + numbers.below(10)],
    repetitions: [repetitions, isRest ? 1 : repetitions + numbers.below(5)],
    sets: [1, numbers.oneIn(4) ? 2 : 1],
    rest: numbers.below(3) * 10,
  };
}

function movement(numbers, base, index, earlier, rests) {
  const isRest = index < rests;
  const phases = ids(base.phases);
  const phase = isRest ? 0 : numbers.between(1, phases.length - 1);
  const postures = base.postures.slice(0, isRest ? 3 : undefined);
  const posture = numbers.one(postures);
  const before = earlier.filter((other) => {
    const place = phases.indexOf(other.phase);
    return place > 0 && place <= phase;
  });
  const after = !isRest && before.length > 0 && numbers.oneIn(10) ? [numbers.one(before).id] : [];
  const parts = !isRest && before.length > 0 && numbers.oneIn(15) ? [numbers.one(before).id] : [];
  const surfaces = posture.lying ? ['bed', 'floor'] : [posture.id];
  const upright = { 'chair-sitting': 'chair', standing: 'standing' };
  const stages = ids(base.stages).filter(() => isRest || !numbers.oneIn(8));
  const targets = {};
  for (let i = numbers.between(1, 3); i > 0; --i)
    targets[numbers.one(ids(base.targets))] = numbers.between(1, 3);
  return {
    id: `movement-${index}`,
    title: `Movement ${index}`,
    phase: phases[phase],
    posture: posture.id,
    surfaces: posture.lying ? surfaces : [upright[posture.id] ?? 'floor'],
    needs_one_of: numbers.oneIn(5) ? [numbers.one(ids(base.equipment))] : [],
    targets,
    direction: isRest ? 'neutral' : numbers.one(directions),
    load: isRest ? 0 : numbers.between(1, 3),
    sides: numbers.between(1, 2),
    tempo: numbers.between(1, 5),
    dose: Object.fromEntries(stages.map((stage) => [stage, dose(numbers, isRest)])),
    not_offered: '',
    conditions: Object.fromEntries(ids(base.conditions).map((id) => [id, verdict(numbers)])),
    after,
    parts: parts.filter((id) => !after.includes(id)),
  };
}

export function makeCatalogue(base, size, seed) {
  const numbers = random(seed);
  const exercises = [];
  const rests = Math.max(3, Math.floor(size / 15));
  for (let index = 0; index < size; ++index)
    exercises.push(movement(numbers, base, index, exercises, rests));
  return { ...base, exercises };
}
