import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plan, session } from './kept-examples.mjs';
import { load } from './load.mjs';

const {
  painSeries,
  meanPains,
  minutesByDay,
  daysPractised,
  feelings,
  noBetterSince,
  sessionsAsCsv,
  nextTime,
  holding,
  lettingGo,
  awaitingMorning,
  shownPlans,
  renamed,
  copied,
  calendarQuestion,
  weekdayNames,
  FIRST_REMINDER,
  dayAfter,
  DEFAULT_SETTINGS,
} = await load(
  'progress/series.ts',
  'progress/easing.ts',
  'progress/csv.ts',
  'progress/next.ts',
  'keep/awaited.ts',
  'keep/records.ts',
  'plans/shown-plans.ts',
  'state/reminder.ts',
  'state/dates.ts',
);

const TODAY = '2026-11-22';

/** A session so many days ago. */
function ago(days, changes = {}) {
  const date = dayAfter(TODAY, -days);
  return { ...session, id: `ago-${days}`, date, started: `${date}T07:00:00.000Z`, ...changes };
}

test('pain is shown in the order of the days, as far as it is known', () => {
  const points = painSeries(
    [
      ago(1, { pain_after: undefined }),
      ago(3),
      ago(2, { pain_before: undefined, pain_after: undefined }),
    ],
    20,
  );
  assert.deepEqual(
    points.map(({ id, before, after }) => [id, before, after]),
    [
      ['ago-3', 4, 3],
      ['ago-1', 4, undefined],
    ],
  );
  assert.deepEqual(meanPains(points), { before: 4, after: 3 });
  assert.equal(meanPains([]), undefined);
  assert.equal(painSeries([ago(1), ago(2), ago(3)], 2)[0].id, 'ago-2');
});

test('minutes of a day add up, and a day without any has none', () => {
  const days = minutesByDay([ago(0), ago(0, { played_seconds: 300 }), ago(2), ago(40)], TODAY, 3);
  assert.deepEqual(days, [
    { date: '2026-11-20', minutes: 10 },
    { date: '2026-11-21', minutes: 0 },
    { date: '2026-11-22', minutes: 15 },
  ]);
  assert.equal(daysPractised([ago(0), ago(0), ago(2), ago(27), ago(28)], TODAY, 28), 3);
});

test('movements that helped come before those that hurt', () => {
  const felt = (id, how) => ({ id, step: 0, felt: how });
  const sessions = [
    ago(1, {
      movements: [felt('bird-dog', 'hurt'), felt('bridge', 'helped'), felt('walk', 'neither')],
    }),
    ago(2, { movements: [felt('bridge', 'helped'), felt('cat-camel', 'helped')] }),
  ];
  assert.deepEqual(feelings(sessions), [
    { movement: 'bridge', helped: 2, hurt: 0 },
    { movement: 'cat-camel', helped: 1, hurt: 0 },
    { movement: 'bird-dog', helped: 0, hurt: 1 },
  ]);
});

test('help is due after two and after six weeks without relief', () => {
  const every = (days, pain) =>
    Array.from({ length: days + 1 }, (_, day) => ago(day, { pain_before: pain(days - day) }));
  assert.equal(
    noBetterSince(
      every(13, () => 5),
      TODAY,
    ),
    undefined,
  );
  assert.equal(
    noBetterSince(
      every(14, () => 5),
      TODAY,
    ),
    'two_weeks',
  );
  assert.equal(
    noBetterSince(
      every(41, () => 5),
      TODAY,
    ),
    'two_weeks',
  );
  assert.equal(
    noBetterSince(
      every(42, () => 5),
      TODAY,
    ),
    'six_weeks',
  );
  // It eases, it is all but gone, or it began again after a pause.
  assert.equal(
    noBetterSince(
      every(42, (day) => 6 - Math.floor(day / 10)),
      TODAY,
    ),
    undefined,
  );
  assert.equal(
    noBetterSince(
      every(42, () => 0),
      TODAY,
    ),
    undefined,
  );
  const again = [...every(5, () => 5), ...Array.from({ length: 20 }, (_, day) => ago(day + 21))];
  assert.equal(noBetterSince(again, TODAY), undefined);
  assert.equal(noBetterSince([ago(30), ago(20)], TODAY), undefined);
  assert.equal(noBetterSince([], TODAY), undefined);
});

test('the table of sessions is safe to open in a spreadsheet', () => {
  const csv = sessionsAsCsv([
    ago(1, { name: '=HYPERLINK("x")', note: 'two\nlines, one "quoted"' }),
    ago(2, { pain_after: undefined }),
  ]);
  const [head, first] = csv.split('\r\n');
  assert.match(head, /^date,started,name,stage,ending,/);
  assert.match(first, /^2026-11-20,.*,4,,,false,,bridge,,,$/);
  assert.ok(csv.includes(`"'=HYPERLINK(""x"")"`));
  assert.ok(csv.endsWith('"two\nlines, one ""quoted"""\r\n'));
});

test('the table says where it hurt, and with which sign a session ended', () => {
  const movements = [
    { id: 'bridge', step: 1, felt: 'hurt', hurts: 'much' },
    { id: 'tilt', step: 0, felt: 'hurt', hurts: 'elsewhere' },
  ];
  const [head, row] = sessionsAsCsv([ago(1, { movements, sign: 'dizzy' })]).split('\r\n');
  const of = (column) => row.split(',')[head.split(',').indexOf(column)];
  assert.deepEqual(
    [of('sign'), of('hurt'), of('hurt_how')],
    ['dizzy', 'bridge tilt', 'bridge:much tilt:elsewhere'],
  );
});

test('a rise is refused and let go again; what pain lowered is not up for that', () => {
  const up = { movement: 'bridge', from: 1, to: 2, days: 8, rule: 'up', source: [], text: '' };
  const down = { ...up, movement: 'bird-dog', from: 2, to: 1, rule: 'high-pain' };
  const progress = {
    steps: {},
    changes: [up, down],
    helped: [],
    hurt: [],
    recent: [],
    advice: [],
    unknown: [],
  };
  const before = nextTime(progress, DEFAULT_SETTINGS);
  assert.deepEqual(
    before.changes.map(({ mayBeKept }) => mayBeKept),
    [true, false],
  );
  const held = holding(DEFAULT_SETTINGS, up);
  assert.deepEqual(nextTime(progress, held), {
    changes: [{ change: down, mayBeKept: false }],
    held: ['bridge'],
  });
  assert.deepEqual(lettingGo(held, 'bridge'), DEFAULT_SETTINGS);
});

test('the next morning is asked about once, for the last day, within two days', () => {
  const ids = (sessions) => awaitingMorning(sessions, TODAY).map(({ id }) => id);
  assert.deepEqual(ids([ago(0), ago(1), ago(2)]), ['ago-1']);
  assert.deepEqual(ids([ago(2)]), ['ago-2']);
  assert.deepEqual(ids([ago(3)]), []);
  assert.deepEqual(ids([ago(1, { pain_next_morning: 0 }), ago(2)]), []);
  assert.deepEqual(ids([]), []);
});

test('what was deleted keeps its place in the list of routines', () => {
  const older = { ...plan, id: 'older', changed: '2026-11-01T00:00:00.000Z' };
  const shown = shownPlans([older], [plan], [{ ...session, plan: 'older' }]);
  assert.deepEqual(
    shown.map(({ plan: { id }, isGone, lastDone }) => [id, isGone, lastDone]),
    [
      [plan.id, true, ''],
      ['older', false, '2026-11-20'],
    ],
  );
});

test('a new name is a new revision, a copy a new routine', () => {
  assert.equal(renamed(plan, '  '), undefined);
  assert.equal(renamed(plan, plan.name), undefined);
  const next = renamed(plan, ' Evenings ');
  assert.deepEqual([next.name, next.revision, next.id], ['Evenings', 2, plan.id]);
  const copy = copied(next, 'Evenings (copy)');
  assert.notEqual(copy.id, plan.id);
  assert.deepEqual([copy.name, copy.revision, copy.routine], ['Evenings (copy)', 1, plan.routine]);
});

test('no reminder is in the past: the first day is one on which none of the times is over', () => {
  const about = { title: 'Mornings', minutes: 10 };
  const startAt = (times, ...moment) =>
    calendarQuestion({ ...FIRST_REMINDER, times }, about, new Date(...moment)).start;
  assert.equal(startAt(['10:00'], 2026, 10, 22, 9, 59), '2026-11-22');
  assert.equal(startAt(['10:00'], 2026, 10, 22, 10, 0), '2026-11-23');
  assert.equal(startAt(['10:00'], 2026, 10, 22, 18, 8), '2026-11-23');
  assert.equal(startAt(['20:00', '07:30'], 2026, 10, 22, 12, 0), '2026-11-23');
  assert.equal(startAt(['20:00', '13:30'], 2026, 10, 22, 12, 0), '2026-11-22');
  assert.equal(startAt(['10:00'], 2026, 11, 31, 23, 30), '2027-01-01');
});

test('reminders become a question about a calendar', () => {
  const now = new Date('2026-11-22T15:04:05.678Z');
  const about = { title: 'é'.repeat(150), url: 'file:///x.html', minutes: 9.2 };
  const reminder = { ...FIRST_REMINDER, times: ['18:00', '07:30', '18:00', ''], weeks: 0 };
  const question = calendarQuestion(reminder, about, now);
  assert.equal(question.stamp, '20261122T150405Z');
  assert.equal(question.minutes, 10);
  assert.deepEqual(question.times, ['07:30', '18:00']);
  assert.equal(new TextEncoder().encode(question.title).length, 200);
  assert.ok(!('url' in question) && !('weeks' in question));
  const long = `a${'漢'.repeat(60)}${'😀'.repeat(19)}`;
  const { title } = calendarQuestion(reminder, { ...about, title: `${long}\n` }, now);
  assert.equal(title, `a${'漢'.repeat(60)}${'😀'.repeat(4)}`, 'cut between characters');
  const broken = { ...about, title: 'Back\nand\ud83d hips' };
  assert.equal(calendarQuestion(reminder, broken, now).title, 'Back and hips');
  assert.equal(calendarQuestion({ ...reminder, days: [] }, about, now), undefined);
  assert.equal(calendarQuestion({ ...reminder, times: [''] }, about, now), undefined);
  assert.deepEqual(weekdayNames('en').slice(0, 2), ['Mon', 'Tue']);
});
