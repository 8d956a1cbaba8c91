// The native program and the WebAssembly core answer every request with the same bytes.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { validRequests, wrongRequests } from './requests.mjs';

const PROGRAM = 'build/release/unclench';
const CATALOGUE = 'build/e2e-site/catalogue.json';
const PLANNER = 'build/program-tests/planner.mjs';

function askProgram(request) {
  return spawnSync(PROGRAM, ['plan', '--request', '-', '--format', 'json'], {
    input: request,
    encoding: 'utf8',
  });
}

describe('the native program and the core in the browser', () => {
  let planner;
  let recorder;
  let catalogueText;

  before(async () => {
    await build({
      entryPoints: ['web/src/core/planner.ts'],
      bundle: true,
      format: 'esm',
      outfile: PLANNER,
    });
    const { createPlanner } = await import(`${process.cwd()}/${PLANNER}`);
    catalogueText = readFileSync(CATALOGUE, 'utf8');
    planner = await createPlanner(readFileSync('build/web/core.wasm'), catalogueText);
    recorder = await createPlanner(readFileSync('build/web/record.wasm'), catalogueText);
  });

  it('give the same answer to thousands of requests, byte for byte', () => {
    const catalogue = JSON.parse(catalogueText);
    const varied = validRequests(catalogue, 200, 21).map((request) =>
      JSON.stringify({ ...JSON.parse(request), variety: 7 }),
    );
    const valid = [...validRequests(catalogue, 5000), ...varied];
    const all = [...valid, ...wrongRequests()];
    const native = spawnSync(PROGRAM, ['ask', 'plan', '--lines', '--catalogue', CATALOGUE], {
      input: all.map((request) => `${request}\n`).join(''),
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
    });
    assert.equal(native.status, 2, native.stderr);
    const answers = all.map((request) => planner.askText('plan', request));
    assert.equal(native.stdout, answers.join(''));
    const statuses = answers.slice(0, valid.length).map((answer) => JSON.parse(answer).status);
    assert.ok(statuses.filter((status) => status === 'optimal').length > 2500);
    assert.ok(statuses.includes('infeasible'));
  });

  it('give the same answer to every other question, each module to its own', () => {
    const request = { stage: 'sore', minutes: 12, surfaces: ['floor'] };
    const routine = planner.plan(request);
    const done = routine.movements.map(({ id, step }) => ({ id, step, felt: 'helped' }));
    const session = { date: '2026-11-20', stage: 'sore', pain_before: 3, pain_after: 5 };
    const { code } = JSON.parse(planner.askText('code', JSON.stringify(routine)));
    const questions = {
      review: { request, routine },
      swap: { request, routine, place: 1 },
      replan: { request, routine, place: 1, why: 'ease', seconds_left: 300 },
      timeline: routine,
      progress: { today: '2026-11-21', sessions: [{ ...session, movements: done }] },
      code: routine,
      'read-code': { code },
      calendar: {
        title: 'Loosen the back, gently',
        minutes: 12,
        start: '2026-11-24',
        stamp: '20261121T150000Z',
        times: ['07:30'],
        days: ['mo', 'fr'],
      },
    };
    const strange = [
      '{"today":1e999}',
      '{"a":-9223372036854775809,"a":18446744073709551616}',
      '[1',
    ];
    for (const [name, question] of Object.entries(questions)) {
      const isRecord = name === 'progress' || name === 'calendar';
      const [own, other] = isRecord ? [recorder, planner] : [planner, recorder];
      for (const text of [JSON.stringify(question), ...strange]) {
        const native = spawnSync(PROGRAM, ['ask', name, '--lines', '--catalogue', CATALOGUE], {
          input: `${text}\n`,
          encoding: 'utf8',
        });
        assert.equal(own.askText(name, text), native.stdout, name);
      }
      const { errors } = JSON.parse(other.askText(name, JSON.stringify(question)));
      assert.deepEqual(errors, [{ field: 'question', message: `'${name}' is not known` }]);
    }
  });

  it('refuse the same requests, and the command line names the same errors', () => {
    for (const request of wrongRequests()) {
      const native = askProgram(request);
      const { errors } = JSON.parse(planner.askText('plan', request));
      assert.equal(native.status, 2, request);
      assert.equal(native.stdout, '', request);
      const lines = errors.map(({ field, message }) => `error: ${field}: ${message}\n`);
      assert.ok(lines.length > 0, request);
      assert.equal(native.stderr, lines.join(''), request);
    }
  });
});
