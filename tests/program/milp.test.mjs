// The exported problem has the planner's score as its optimum, by a solver that knows nothing of
// routines, and `verify` accepts what was planned.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { validRequests } from './requests.mjs';

const PROGRAM = 'build/release/unclench';
const CATALOGUE = 'build/e2e-site/catalogue.json';
const FOLDER = 'build/program-tests/milp';

function run(args, input) {
  return spawnSync(PROGRAM, args, { input, encoding: 'utf8' });
}

/** The optimum, or null where nothing is possible. */
function optimum(problem) {
  writeFileSync(`${FOLDER}/problem.lp`, problem);
  const solved = spawnSync(
    'glpsol',
    ['--lp', `${FOLDER}/problem.lp`, '-o', `${FOLDER}/solution.txt`, '--cuts', '--tmlim', '60'],
    { encoding: 'utf8' },
  );
  assert.equal(solved.status, 0, solved.stdout);
  const text = readFileSync(`${FOLDER}/solution.txt`, 'utf8');
  if (/^Status: +(INTEGER (UNDEFINED|EMPTY)|INFEASIBLE)/m.test(text)) return null;
  assert.match(text, /^Status: +INTEGER OPTIMAL/m);
  const score = Number(/^Objective: +score = (\S+)/m.exec(text)[1]);
  // Scores are whole. GLPK keeps a row within 0.00001 of its bound, which makes a little of a score.
  assert.ok(Math.abs(score - Math.round(score)) < 0.1, `the optimum is ${score}`);
  return Math.round(score);
}

describe('what the planner says', () => {
  let valid;

  before(() => {
    mkdirSync(FOLDER, { recursive: true });
    const catalogue = JSON.parse(readFileSync(CATALOGUE, 'utf8'));
    valid = validRequests(catalogue, 230);
  });

  it('is the optimum of the exported problem', () => {
    const short = valid.filter((request) => JSON.parse(request).minutes <= 20).slice(0, 25);
    assert.equal(short.length, 25);
    for (const request of short) {
      const answer = JSON.parse(
        run(['plan', '--request', '-', '--format', 'json'], request).stdout,
      );
      const exported = run(['plan', '--request', '-', '--export', 'lp'], request);
      assert.equal(exported.status, 0, exported.stderr);
      const best = optimum(exported.stdout);
      assert.equal(best, answer.status === 'infeasible' ? null : answer.score, request);
    }
  });

  it('is confirmed by the checker, and by the catalogue that is published', () => {
    for (const request of valid.slice(0, 40)) {
      const source = ['--catalogue', CATALOGUE, '--request', '-'];
      const planned = run(['plan', ...source, '--format', 'json'], request);
      assert.equal(planned.status, 0, planned.stderr);
      assert.equal(
        planned.stdout,
        run(['plan', '--request', '-', '--format', 'json'], request).stdout,
      );
      writeFileSync(`${FOLDER}/routine.json`, planned.stdout);
      const checked = run(['verify', ...source, '--routine', `${FOLDER}/routine.json`], request);
      assert.equal(checked.status, 0, checked.stderr);
      assert.equal(checked.stderr, '');
    }
  });

  it('is refused by the checker when it was changed', () => {
    const request = JSON.stringify({ stage: 'sore', minutes: 10, surfaces: ['floor'] });
    const planned = JSON.parse(run(['plan', '--request', '-', '--format', 'json'], request).stdout);
    planned.score += 1;
    writeFileSync(`${FOLDER}/routine.json`, JSON.stringify(planned));
    const checked = run(
      ['verify', '--request', '-', '--routine', `${FOLDER}/routine.json`],
      request,
    );
    assert.equal(checked.status, 1);
    assert.equal(checked.stdout, '');
    const { score } = planned;
    assert.equal(checked.stderr, `error: score is ${score}, it should be ${score - 1}\n`);
  });

  it('needs a catalogue that is one', () => {
    writeFileSync(`${FOLDER}/not.json`, '{}');
    const refused = run([
      ...['plan', '--catalogue', `${FOLDER}/not.json`],
      ...['--stage', 'sore', '--minutes', '10', '--surface', 'floor'],
    ]);
    assert.equal(refused.status, 1);
    assert.match(refused.stderr, /^error: '.*not\.json' is not a catalogue of version 1/);
  });
});
