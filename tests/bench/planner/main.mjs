// Compares the planner with general solvers on the same problems, natively and as WebAssembly.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { makeCatalogue } from './catalogues.mjs';
import { makeRequests } from './requests.mjs';
import { installedSolvers } from './solvers.mjs';

const usage = `Usage: ./dev bench planner [OPTIONS]

Plans a fixed set of requests on the shipped catalogue and on made-up ones, natively and as
WebAssembly, and has every solver that is installed solve the same problems.

  --requests N       requests on the shipped catalogue (default 60)
  --random N         more of them for the times alone (default 10000; 0 for none)
  --sizes LIST       made-up catalogues (default 50,100,200,1000)
  --each N           requests on each of them (default 20)
  --solved-sizes N   the largest that the solvers get (default 200)
  --limit SECONDS    most that a solver may take on one problem (default 20)
  --help             this text

It fails when a solver's optimum is another one than the planner's.
`;

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '60' },
    random: { type: 'string', default: '10000' },
    sizes: { type: 'string', default: '50,100,200,1000' },
    each: { type: 'string', default: '20' },
    'solved-sizes': { type: 'string', default: '200' },
    limit: { type: 'string', default: '20' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  process.stdout.write(usage);
  process.exit(0);
}

process.chdir(fileURLToPath(new URL('../../..', import.meta.url)));
const folder = 'build/bench-planner';
const program = 'build/release/unclench';
const timer = 'build/release/plan_timer';
const seed = 7;

const sorted = (numbers) => [...numbers].sort((a, b) => a - b);
const quantile = (numbers, part) => sorted(numbers)[Math.floor((numbers.length - 1) * part)];
const ms = (number) => `${number.toFixed(number < 10 ? 2 : 0)} ms`;
const spread = (numbers) =>
  `median ${ms(quantile(numbers, 0.5))}, 9 in 10 within ${ms(quantile(numbers, 0.9))}, worst ${ms(quantile(numbers, 1))}`;

function shippedCatalogue() {
  execFileSync(program, ['build', '--output', `${folder}/site`]);
  return JSON.parse(readFileSync(`${folder}/site/catalogue.json`, 'utf8'));
}

function native(catalogueFile, requests) {
  const file = `${folder}/requests.txt`;
  writeFileSync(file, requests.map((request) => `${JSON.stringify(request)}\n`).join(''));
  const text = execFileSync(timer, [catalogueFile, file], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

async function wasm(catalogueText, requests) {
  const outfile = `${folder}/planner.mjs`;
  await build({
    entryPoints: ['web/src/core/planner.ts'],
    bundle: true,
    format: 'esm',
    outfile,
  });
  const { createPlanner } = await import(path.resolve(outfile));
  const planner = await createPlanner(readFileSync('build/web/core.wasm'), catalogueText);
  for (const request of requests.slice(0, 50)) planner.askText('plan', JSON.stringify(request));
  return requests.map((request) => {
    const text = JSON.stringify(request);
    const start = process.hrtime.bigint();
    planner.askText('plan', text);
    return Number(process.hrtime.bigint() - start) / 1e6;
  });
}

function exported(catalogueFile, request) {
  const run = spawnSync(
    program,
    ['plan', '--catalogue', catalogueFile, '--request', '-', '--export', 'lp'],
    { input: JSON.stringify(request), encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout;
}

function report(results) {
  const gaps = results.map(({ score, bound }) => (score > 0 ? (bound - score) / score : 0));
  const proven = results.filter(({ complete }) => complete).length;
  console.log(`  search, native   ${spread(results.map(({ search }) => search))}`);
  console.log(`  answer, native   ${spread(results.map(({ answer }) => answer))}`);
  const gap = (quantile(gaps, 1) * 100).toFixed(2);
  console.log(`  proven optimal   ${proven} of ${results.length}; largest gap ${gap} %`);
}

let disagreements = 0;

async function compare(solver, catalogueFile, requests, results) {
  const ratios = [];
  let agreed = 0;
  let unanswered = 0;
  for (const [i, request] of requests.entries()) {
    if (!results[i].complete) continue;
    const { time, optimum } = await solver.solve(
      exported(catalogueFile, request),
      folder,
      Number(values.limit),
    );
    ratios.push(time / results[i].search);
    const own = results[i].found ? results[i].score : null;
    if (optimum === undefined) ++unanswered;
    else if (optimum === own || Math.abs(optimum - own) < 0.01) ++agreed;
    else {
      ++disagreements;
      console.log(`  ${solver.label} finds ${optimum}, not ${own}: ${JSON.stringify(request)}`);
    }
  }
  const asked = agreed + unanswered;
  console.log(
    `  ${solver.label.padEnd(6)} agrees on ${agreed} of ${asked}` +
      `${unanswered > 0 ? ` (${unanswered} without an answer in time)` : ''}; ` +
      `takes ${quantile(ratios, 0.5).toFixed(0)} x as long (median)`,
  );
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const solvers = await installedSolvers();
const shipped = shippedCatalogue();

console.log(`The shipped catalogue, ${shipped.exercises.length} movements`);
const shippedFile = `${folder}/site/catalogue.json`;
const requests = makeRequests(shipped, Number(values.requests), { seed });
const results = native(shippedFile, requests);
report(results);
for (const solver of solvers) await compare(solver, shippedFile, requests, results);

if (Number(values.random) > 0) {
  const many = makeRequests(shipped, Number(values.random), { seed: seed + 1, least: 1, most: 60 });
  console.log(`The same with ${many.length} other requests`);
  report(native(shippedFile, many));
  const times = await wasm(readFileSync(shippedFile, 'utf8'), many);
  console.log(`  answer, wasm     ${spread(times)}`);
}

for (const size of values.sizes.split(',').map(Number)) {
  console.log(`A made-up catalogue of ${size} movements`);
  const catalogue = makeCatalogue(shipped, size, seed);
  const file = `${folder}/catalogue-${size}.json`;
  writeFileSync(file, JSON.stringify(catalogue));
  const asked = makeRequests(catalogue, Number(values.each), { seed, least: 10 });
  const found = native(file, asked);
  report(found);
  if (size > Number(values['solved-sizes'])) continue;
  for (const solver of solvers) await compare(solver, file, asked, found);
}
process.exitCode = disagreements > 0 ? 1 : 0;
