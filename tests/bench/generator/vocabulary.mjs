// The words of the benchmark's edition. Every vocabulary is in the order of its ids, because some
// tools read mappings in that order.
const term = (label, description, more = {}) => ({ label, description, ...more });

export const vocabulary = {
  stages: {
    sore: term('Sore', 'It aches when you move.'),
    spasm: term('In spasm', 'It has seized up.'),
    stiff: term('Stiff', 'It is slow to get going.'),
    well: term('Well', 'No pain today.'),
  },
  phases: {
    rest: term('Rest', 'Settle first.', { verb: 'Rests' }),
    mobilise: term('Mobilise', 'Small movements to and fro.', { verb: 'Mobilises' }),
    strengthen: term('Strengthen', 'Work for the muscles.', { verb: 'Strengthens' }),
    stretch: term('Stretch', 'Held positions.', { verb: 'Stretches' }),
  },
  postures: {
    kneeling: term('On hands and knees', 'Hands under shoulders, knees under hips.'),
    prone: term('On your front', 'Lying face down.', { lying: true }),
    seated: term('Sitting', 'On a chair or on the floor.'),
    standing: term('Standing', 'On your feet.'),
    supine: term('On your back', 'Lying face up.', { lying: true }),
  },
  surfaces: {
    bed: term('In bed', 'On a firm mattress.'),
    chair: term('On a chair', 'Without wheels.'),
    floor: term('On the floor', 'On a mat or a carpet.'),
  },
  equipment: {
    band: term('Band', 'An elastic band or a belt.'),
    chair: term('Chair', 'One that does not roll.'),
    cushion: term('Cushion', 'Firm rather than soft.'),
    mat: term('Mat', 'Kinder than the bare floor.'),
    towel: term('Towel', 'Rolled up.'),
    wall: term('Wall', 'With room in front of it.'),
  },
  targets: {
    abdominals: term('Abdominals', 'The front of the trunk.'),
    calves: term('Calves', 'Below the backs of the knees.'),
    chest: term('Chest', 'Between the shoulders, in front.'),
    'deep-trunk': term('Deep trunk', 'What holds the spine from inside.'),
    glutes: term('Buttocks', 'They carry the hips.'),
    hamstrings: term('Backs of the thighs', 'From the hips to the knees.'),
    'hip-flexors': term('Fronts of the hips', 'They lift the knees.'),
    'lower-back': term('Lower back', 'From the ribs to the hips.'),
    neck: term('Neck', 'From the head to the shoulders.'),
    quadriceps: term('Fronts of the thighs', 'They straighten the knees.'),
    shoulders: term('Shoulders', 'And the tops of the arms.'),
    'upper-back': term('Upper back', 'Between the shoulder blades.'),
  },
};

// The lists of terms, titled as our program titles them.
export const folders = {
  postures: { title: 'Positions', summary: 'Exercises by the position you do them in.' },
  targets: { title: 'Body parts', summary: 'Exercises by what they work on.' },
  equipment: { title: 'Equipment', summary: 'Exercises by what you need or what helps.' },
};

export const library = {
  title: 'Exercises',
  summary: 'Every movement, by the position you do it in.',
};

export const loads = ['Rest', 'Gentle', 'Moderate', 'Hard'];

export const site = {
  title: 'Bench',
  author: 'The makers of the benchmark',
  base_url: 'https://bench.example/',
};
