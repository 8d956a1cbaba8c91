// A file as the page of the kept routines saves it: a routine, and three sessions of the last days.

const REQUEST = {
  stage: 'stiff',
  minutes: 10,
  surfaces: ['floor'],
  equipment: ['pillow'],
  conditions: [],
  exclude: [],
  include: [],
};
const PLAN = '11111111-0000-4000-8000-000000000001';
const DAY = 24 * 60 * 60 * 1000;

export function keptFile() {
  const now = Date.now();
  const at = (daysAgo) => new Date(now - daysAgo * DAY).toISOString();
  const plan = {
    id: PLAN,
    name: 'Mornings',
    note: '',
    request: REQUEST,
    routine: {
      stage: 'stiff',
      movements: ['hook-lying-rest', 'pelvic-tilt', 'bridge'].map((id) => ({ id, step: 1 })),
    },
    settled: true,
    created: at(9),
    changed: at(9),
    revision: 1,
  };
  const sessions = [2, 4, 6].map((daysAgo) => ({
    id: `22222222-0000-4000-8000-00000000000${daysAgo}`,
    plan: PLAN,
    name: 'Mornings',
    date: at(daysAgo).slice(0, 10),
    started: at(daysAgo),
    stage: 'stiff',
    ending: 'done',
    played_seconds: 590,
    planned_seconds: 600,
    pain_before: 3,
    pain_after: 1,
    leg_symptoms: false,
    movements: [{ id: 'bridge', step: 1, felt: 'helped' }],
    note: '',
  }));
  return JSON.stringify({ format: 'unclench', version: 1, plans: [plan], sessions, settings: {} });
}
