// Runs programs and says what they took.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { repository } from './places.mjs';

const runner = path.join(repository, 'build/release/bench_measure');

// Builds into a fresh folder. The time of removing it is nobody's.
export function buildOnce(tool, project, output) {
  rmSync(output, { recursive: true, force: true });
  tool.prepare?.(project, output);
  const { program, args, cwd } = tool.build(project, output);
  const log = path.join(project.folder, 'log.txt');
  const text = execFileSync(runner, [log, program, ...args], { cwd, encoding: 'utf8' });
  const result = JSON.parse(text);
  if (result.status !== 0)
    throw new Error(`${tool.label} failed:\n${readFileSync(log, 'utf8').slice(0, 4000)}`);
  return result;
}

// Rounds in which every tool has its turn, so that a busy moment does not hit only one.
export function buildInTurns(tools, project, runsOf) {
  const results = new Map(tools.map((tool) => [tool.id, []]));
  const rounds = Math.max(...tools.map(runsOf));
  for (let round = 0; round < rounds; ++round)
    for (const tool of tools) {
      if (round >= runsOf(tool)) continue;
      results.get(tool.id).push(buildOnce(tool, project, project.output(tool)));
    }
  return results;
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export function summary(runs) {
  const of = (key) => runs.map((run) => run[key]);
  return {
    runs: runs.length,
    seconds: median(of('seconds')),
    fastest: Math.min(...of('seconds')),
    slowest: Math.max(...of('seconds')),
    cpu: median(of('cpu')),
    kilobytes: median(of('kilobytes')),
  };
}
