// What the figures cost: the time to draw them all, and the bytes of their files.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';

const usage = `Usage: ./dev bench figures [OPTIONS]

Draws every figure of content/ from its poses to its finished files, on one thread and on all, and
prints the median time. Then builds the site and prints the size of the files, with gzip.

  --runs N    how often all are drawn (default 15)
  --help      this text

It fails when a file is above its budget: 4 kB moving, 3.2 kB as numbered pictures, 1.6 kB as a
thumbnail.
`;
const KINDS = [
  { name: 'moving', ending: /(?<!-mirrored|-still|-thumb)\.svg$/, most: 4000 },
  { name: 'other side', ending: /-mirrored\.svg$/, most: 4000 },
  { name: 'numbered', ending: /-still\.svg$/, most: 3200 },
  { name: 'thumbnail', ending: /-thumb\.svg$/, most: 1600 },
];

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '15' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  process.stdout.write(usage);
  process.exit(0);
}
process.chdir(fileURLToPath(new URL('../../..', import.meta.url)));

function run(program, ...args) {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status === 0) return stdout;
  process.stderr.write(stderr);
  process.exit(1);
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

function printTimes() {
  const times = JSON.parse(run('build/release/figure_timer', 'content', values.runs));
  console.log(`${times.movements} movements, median of ${values.runs}`);
  console.log(`  on one thread   ${median(times.one).toFixed(0)} ms`);
  if (times.all) console.log(`  on ${times.threads} threads    ${median(times.all).toFixed(0)} ms`);
}

function sizesOf(folder) {
  return KINDS.map((kind) => {
    const sizes = readdirSync(folder)
      .filter((file) => kind.ending.test(file))
      .map((file) => ({
        file,
        size: gzipSync(readFileSync(path.join(folder, file)), { level: 9 }).length,
      }))
      .sort((a, b) => b.size - a.size);
    const sum = sizes.reduce((total, { size }) => total + size, 0);
    return { kind, count: sizes.length, mean: Math.round(sum / sizes.length), largest: sizes[0] };
  }).filter(({ count }) => count > 0);
}

function printSizes(sizes) {
  console.log('Files, bytes with gzip');
  for (const { kind, count, mean, largest } of sizes)
    console.log(
      `  ${kind.name.padEnd(11)} ${String(count).padStart(3)}  mean ${mean}  most ${largest.size} (${largest.file})`,
    );
}

printTimes();
const site = mkdtempSync(path.join(tmpdir(), 'figures-'));
try {
  run('build/release/unclench', 'build', '--output', path.join(site, 'site'));
  const folder = path.join(site, 'site', 'figures');
  const sizes = sizesOf(folder);
  printSizes(sizes);
  const over = sizes.filter(({ kind, largest }) => largest.size > kind.most);
  for (const { kind, largest } of over)
    console.error(`error: ${largest.file} has ${largest.size} bytes; the budget is ${kind.most}`);
  if (over.length > 0) process.exitCode = 1;
} finally {
  rmSync(site, { recursive: true });
}
