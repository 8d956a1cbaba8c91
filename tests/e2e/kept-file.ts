// A file as the page of the kept routines saves it.

const REQUEST = {
  stage: 'stiff',
  minutes: 10,
  surfaces: ['floor'],
  equipment: ['pillow'],
  conditions: [],
  exclude: [],
  include: [],
};

export const PLANS = [
  {
    id: '11111111-0000-4000-8000-000000000001',
    name: 'Mornings',
    note: 'Slowly, <b>please</b>.',
    request: REQUEST,
    routine: {
      stage: 'stiff',
      movements: ['hook-lying-rest', 'pelvic-tilt', 'bridge'].map((id) => ({ id, step: 1 })),
    },
    settled: true,
    created: '2026-11-01T07:00:00.000Z',
    changed: '2026-11-20T07:00:00.000Z',
    revision: 3,
  },
  {
    id: '11111111-0000-4000-8000-000000000002',
    name: 'When it is bad',
    note: '',
    request: { ...REQUEST, stage: 'sore', minutes: 6 },
    routine: { stage: 'sore', movements: [{ id: 'hook-lying-rest', step: 0 }] },
    settled: false,
    created: '2026-11-01T07:00:00.000Z',
    changed: '2026-11-02T07:00:00.000Z',
    revision: 1,
  },
];

/** Sessions on some days of November 2026, all but the first calm: then one movement goes up. */
export function calmSessions(days: readonly number[], lastMorning?: number): object[] {
  const first = Math.min(...days);
  const last = Math.max(...days);
  return days.map((day) => {
    const date = `2026-11-${String(day).padStart(2, '0')}`;
    const morning = day === last ? lastMorning : 1;
    return {
      id: `22222222-0000-4000-8000-${String(day).padStart(12, '0')}`,
      plan: PLANS[0]?.id,
      name: 'Mornings',
      date,
      started: `${date}T07:00:00.000Z`,
      stage: 'stiff',
      ending: 'done',
      played_seconds: 590,
      planned_seconds: 600,
      pain_before: 2,
      pain_after: 1,
      ...(morning === undefined ? {} : { pain_next_morning: morning }),
      leg_symptoms: false,
      movements: [
        { id: 'bridge', step: 1, felt: 'helped' },
        { id: 'bird-dog', step: 0, ...(day === first ? { felt: 'hurt' } : {}) },
      ],
      note: '',
    };
  });
}

export function keptFile(
  contents: object,
  name = 'unclench.json',
): { name: string; mimeType: string; buffer: Buffer } {
  const text = typeof contents === 'string' ? contents : JSON.stringify(contents);
  return { name, mimeType: 'application/json', buffer: Buffer.from(text) };
}

export function keptOf(sessions: readonly object[] = []): object {
  return { format: 'unclench', version: 1, plans: PLANS, sessions, settings: {} };
}
