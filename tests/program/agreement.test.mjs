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
