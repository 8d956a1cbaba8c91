// ./dev bench generator: this program beside its peers, on one corpus.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { compareSites } from './compare.mjs';
import { startWatch } from './contention.mjs';
import { writeCorpus } from './corpus.mjs';
import { measureEdits } from './edits.mjs';
import { buildInTurns, buildOnce, summary } from './measure.mjs';
import { UsageError, readOptions, usage } from './options.mjs';
import { makeWorkFolder } from './places.mjs';
import { count, describe, medians, ratios, targets } from './report.mjs';
import { floor, peersNamed, unclench } from './tools.mjs';

const smallPages = 30;
const smallRuns = 15;
const growthRuns = 3;

const say = (text) => process.stderr.write(`== ${text}\n`);
const print = (text) => process.stdout.write(`${text}\n`);

function makeProject(work, pages, seed, tools) {
  const folder = path.join(work, String(pages));
  const content = path.join(folder, 'content');
  mkdirSync(path.join(folder, 'out'), { recursive: true });
  const project = {
    folder,
    content,
    output: (tool) => path.join(folder, 'out', tool.id),
    corpus: writeCorpus(content, pages, seed),
  };
  for (const tool of tools) tool.setUp?.(project);
  return project;
}

const summaries = (results) => new Map([...results].map(([id, runs]) => [id, summary(runs)]));

// Builds once with every tool, which also warms up, and compares what they made.
function checkEquality(project, ours, peers) {
  for (const tool of [ours, floor, ...peers]) {
    say(`${tool.label} builds ${count(project.corpus.count)} pages`);
    buildOnce(tool, project, project.output(tool));
  }
  say('Comparing the sites');
  return compareSites({ corpus: project.corpus, ours, peers, floor, outputs: project.output });
}

function measureSmall(work, seed, ours) {
  const project = makeProject(work, smallPages, seed, [ours]);
  buildInTurns([ours], project, () => 3);
  return summary(buildInTurns([ours], project, () => smallRuns).get(ours.id));
}

function measureGrowth(work, pages, seed, ours, runs) {
  say(`Growth: making ${count(pages)} pages`);
  const project = makeProject(work, pages, seed, [ours, floor]);
  say(`Growth: building ${count(pages)} pages`);
  const results = summaries(buildInTurns([ours, floor], project, () => Math.min(growthRuns, runs)));
  return { ours: results.get(ours.id), floor: results.get(floor.id) };
}

async function run(options, work) {
  const { pages, runs, peerRuns, seed } = options;
  const ours = unclench(options);
  const peers = peersNamed(options.peers);
  const tools = [ours, ...peers, floor];

  say(`Making ${count(pages)} pages`);
  const project = makeProject(work.folder, pages, seed, tools);
  print(describe({ corpus: project.corpus, tools, folder: work.folder }));
  print(`Equal    ${checkEquality(project, ours, peers)}\n`);

  say('Timing, in turns');
  const watch = startWatch();
  const runsOf = (tool) => (peers.includes(tool) ? peerRuns : runs);
  const timed = buildInTurns([ours, floor, ...peers], project, runsOf);
  const others = watch([...timed.values()].flat().reduce((sum, { cpu }) => sum + cpu, 0));
  const results = summaries(timed);
  print(`Ratios of the medians, ${count(pages)} pages, from nothing to the finished site`);
  print(ratios({ ours, peers, floor, results }));
  print('What they come from');
  print(medians(tools, results));
  const small = measureSmall(work.folder, seed, ours);
  if (!options.keep)
    for (const tool of peers) rmSync(project.output(tool), { recursive: true, force: true });
  if (options.edits) say(`${options.edits} edits while it serves`);
  const edits = options.edits ? await measureEdits(ours, project, options.edits) : undefined;
  const growth = options.growth
    ? measureGrowth(work.folder, pages * 10, seed, ours, runs)
    : undefined;

  print('Targets');
  print(targets({ pages, ours, floor, results, small, edits, growth, others }));
}

async function main() {
  const options = readOptions(process.argv.slice(2));
  if (options.help) return void process.stdout.write(usage);
  const work = makeWorkFolder(options);
  const giveUp = () => {
    work.remove();
    process.exit(130);
  };
  process.once('SIGINT', giveUp);
  process.once('SIGTERM', giveUp);
  try {
    await run(options, work);
  } finally {
    if (options.keep) print(`Kept in ${work.folder}`);
    else work.remove();
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`error: ${error.message}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
