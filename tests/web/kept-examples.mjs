// Records as the pages make them.

export const request = {
  stage: 'sore',
  minutes: 10,
  surfaces: ['floor'],
  equipment: ['pillow'],
  conditions: [],
  exclude: [],
  include: [],
};

export const plan = {
  id: 'b3d1c7a0-0000-4000-8000-000000000001',
  name: 'Mornings',
  note: '',
  request,
  routine: { stage: 'sore', movements: [{ id: 'hook-lying-rest', step: 0 }] },
  settled: true,
  created: '2026-11-20T07:00:00.000Z',
  changed: '2026-11-20T07:00:00.000Z',
  revision: 1,
};

export const session = {
  id: 'b3d1c7a0-0000-4000-8000-000000000002',
  name: 'Mornings',
  date: '2026-11-20',
  started: '2026-11-20T07:00:00.000Z',
  stage: 'sore',
  ending: 'done',
  played_seconds: 600,
  planned_seconds: 600,
  pain_before: 4,
  pain_after: 3,
  leg_symptoms: false,
  movements: [{ id: 'bridge', step: 1, felt: 'helped' }],
  note: '',
};

export const running = {
  id: 'b3d1c7a0-0000-4000-8000-000000000003',
  name: 'Mornings',
  request,
  routine: plan.routine,
  at: 12000,
  played_seconds: 0,
  started: '2026-11-20T07:00:00.000Z',
  saved: '2026-11-20T07:00:12.000Z',
  movements: [],
};
