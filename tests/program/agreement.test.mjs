// The native program and the WebAssembly core answer every request with the same bytes.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { requests } from './requests.mjs';

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

  it('give the same answer to every request, byte for byte', () => {
    const all = requests(JSON.parse(catalogueText));
    assert.ok(all.length >= 200);
    const statuses = new Map();
    for (const request of all) {
      const native = askProgram(request);
      const answer = planner.askText('plan', request);
      if (native.status === 0) {
        assert.equal(native.stdout, answer, request);
        const { status } = JSON.parse(answer);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      } else {
        assert.equal(native.status, 2, request);
        assert.equal(native.stdout, '', request);
        const { errors } = JSON.parse(answer);
        const lines = errors.map(({ field, message }) => `error: ${field}: ${message}\n`);
        assert.equal(native.stderr, lines.join(''), request);
        statuses.set('refused', (statuses.get('refused') ?? 0) + 1);
      }
    }
    assert.ok(statuses.get('optimal') > 100, 'most requests have a routine');
    assert.ok(statuses.get('infeasible') > 0, 'some have none');
    assert.equal(statuses.get('refused'), 10);
  });
});
