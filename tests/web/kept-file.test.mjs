import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import { plan, running, session } from './kept-examples.mjs';
import { load } from './load.mjs';

const { readKept, writeKept, readPlan, readSession, readRunning, readSettings, DEFAULT_SETTINGS } =
  await load('keep/kept.ts', 'keep/read.ts', 'keep/records.ts');

const schema = JSON.parse(
  readFileSync(new URL('../../site/static/kept.schema.json', import.meta.url), 'utf8'),
);
const matches = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);

const kept = {
  format: 'unclench',
  version: 1,
  plans: [plan],
  sessions: [session],
  settings: DEFAULT_SETTINGS,
};

test('what is written is read again, and is as the schema says', () => {
  assert.ok(matches(kept), JSON.stringify(matches.errors));
  assert.deepEqual(readKept(writeKept(kept)), { kept, unreadable: 0 });
  assert.ok(matches({ ...kept, damaged: [{ anything: 1 }] }));
});

test('damage that JSON has no form for spoils no file', () => {
  const circle = { id: 'circle', list: [1] };
  circle.list.push(circle, { inside: circle });
  const damaged = [{ id: 'big', number: 10n }, circle, { once: [1], again: [1] }];
  const { damaged: read } = JSON.parse(writeKept({ ...kept, damaged }));
  assert.deepEqual(read, [
    { id: 'big', number: '10' },
    { id: 'circle', list: [1, 'the same again', { inside: 'the same again' }] },
    { once: [1], again: [1] },
  ]);
});

test('a file that is not ours, of a newer version or far too large is told apart', () => {
  for (const text of ['', 'null', '[]', '<html>', '{"format":"other"}', '{"format":"unclench"}']) {
    assert.equal(readKept(text), 'not_ours', text);
  }
  assert.equal(readKept(JSON.stringify({ ...kept, version: 2 })), 'newer');
  assert.equal(readKept(JSON.stringify({ ...kept, version: '1' })), 'not_ours');
  assert.equal(readKept(' '.repeat(20_000_001)), 'too_large');
});

test('damaged entries of a file are counted and left out', () => {
  const text = JSON.stringify({ ...kept, plans: [plan, {}, null, 7], sessions: 'none' });
  const read = readKept(text);
  assert.deepEqual(read.kept.plans, [plan]);
  assert.deepEqual(read.kept.sessions, []);
  assert.equal(read.unreadable, 4);
});

test('damaged settings of a file are damaged entries; those that are missing or of a later version are not', () => {
  const readOf = (settings) => readKept(JSON.stringify({ ...kept, settings }));
  const read = readOf({ voice_speed: 99, voice: 7, calm: true });
  assert.equal(read.unreadable, 2);
  assert.deepEqual(read.kept.settings, { ...DEFAULT_SETTINGS, calm: true });
  assert.equal(readOf({ held_steps: { bridge: 9, tilt: 2 } }).unreadable, 1);
  for (const settings of ['quiet', null, [], 7]) assert.equal(readOf(settings).unreadable, 1);
  for (const settings of [undefined, {}, DEFAULT_SETTINGS, { voice: 'whisper', later: [1] }]) {
    assert.equal(readOf(settings).unreadable, 0, JSON.stringify(settings));
  }
});

test('a file of which no setting can be read brings none, and nobody is given the defaults', () => {
  const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
  for (const settings of ['"quiet"', 'null', '{}', '{"voice":7}', `{"later":${deep}}`]) {
    const { kept: read } = readKept(`{"format":"unclench","version":1,"settings":${settings}}`);
    assert.ok(!('settings' in read), settings.slice(0, 20));
  }
  const { kept: read } = readKept('{"format":"unclench","version":1}');
  assert.deepEqual(read, { format: 'unclench', version: 1, plans: [], sessions: [] });
});

test('entries that nest without an end are damaged entries, and take no others with them', () => {
  const nested = (depth) => '['.repeat(depth) + ']'.repeat(depth);
  const fileOf = (damaged, more = '') =>
    `{"format":"unclench","version":1${more},"damaged":${damaged}}`;
  for (const depth of [102, 3_000, 10_000, 200_000]) {
    const read = readKept(fileOf(nested(depth)));
    assert.equal(read.unreadable, 1, String(depth));
    assert.equal(read.kept.damaged, undefined);
  }
  const deep = `{"id":"deep","inside":${nested(10_000)}}`;
  const more = `,"plans":[${JSON.stringify(plan)},${deep}],"sessions":[${deep}]`;
  const { kept: read, unreadable } = readKept(fileOf(`[${deep},"a line",${nested(100)}]`, more));
  assert.deepEqual([read.plans, read.sessions, unreadable], [[plan], [], 3]);
  assert.deepEqual(read.damaged, ['a line', JSON.parse(nested(100))]);
});

test('damage that nests without an end spoils no file', () => {
  const nested = (depth) => Array.from({ length: depth }).reduce((inside) => [inside], 'core');
  const damaged = [nested(10), nested(20_000), { id: 'after' }];
  const { kept: read, unreadable } = readKept(writeKept({ ...kept, damaged }));
  assert.deepEqual(read.damaged.slice(0, 1), [nested(10)]);
  assert.match(JSON.stringify(read.damaged[1]), /^\[+"nested too deeply"\]+$/);
  assert.deepEqual([read.damaged[2], unreadable], [{ id: 'after' }, 0]);
});

test('hostile records give nothing, or a record with known fields only', () => {
  const hostile = JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1}');
  assert.equal(readPlan(hostile), undefined);
  assert.deepEqual(readPlan({ ...plan, ...hostile, script: '<script>' }), plan);
  assert.equal({}.polluted, undefined);
  const wrong = {
    id: ['', 7, 'x'.repeat(101), 'half \ud83d'],
    name: [null, 'x'.repeat(201)],
    request: [
      null,
      {},
      { ...plan.request, conditions: ['\udc00'] },
      { ...plan.request, minutes: 1e9 },
      { ...plan.request, surfaces: [7] },
    ],
    routine: [
      {},
      { stage: 'sore', movements: [] },
      { stage: 'sore', movements: Array(101).fill({ id: 'a' }) },
    ],
    changed: ['yesterday', '2026-13-45T00:00:00Z'],
    revision: [0, 1.5, Infinity],
  };
  for (const [field, values] of Object.entries(wrong)) {
    for (const value of values) {
      assert.equal(readPlan({ ...plan, [field]: value }), undefined, `${field} ${value}`);
    }
  }
});

test('a session needs sound days and pains', () => {
  assert.deepEqual(readSession(session), session);
  for (const date of ['2026-02-30', '26-02-01', 20260201]) {
    assert.equal(readSession({ ...session, date }), undefined, String(date));
  }
  for (const pain_after of [-1, 11, 2.5, '3', null]) {
    assert.equal(readSession({ ...session, pain_after }), undefined, String(pain_after));
  }
  assert.deepEqual(readRunning(running), running);
  assert.equal(readRunning({ ...running, at: NaN }), undefined);
});

test('where it hurt and a warning sign are kept, in the file too; what is not known is left out', () => {
  const movements = [{ id: 'bridge', step: 1, felt: 'hurt', hurts: 'much' }];
  const hurting = { ...session, sign: 'leg_weak', movements };
  const file = { ...kept, sessions: [hurting] };
  assert.ok(matches(file), JSON.stringify(matches.errors));
  assert.deepEqual(readKept(writeKept(file)).kept.sessions, [hurting]);
  const { sign: _, ...without } = hurting;
  assert.deepEqual(readSession({ ...hurting, sign: 'other' }), without);
  assert.equal(matches({ ...file, sessions: [{ ...hurting, sign: 'other' }] }), false);
});

test('settings without a word are the default ones', () => {
  assert.deepEqual(readSettings(undefined), DEFAULT_SETTINGS);
  assert.deepEqual(readSettings({ tempo: 0.8, voice_speed: 99 }), {
    ...DEFAULT_SETTINGS,
    tempo: 0.8,
  });
});
