// Solvers that know nothing of routines: they get the problem as text in the LP format.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const milliseconds = (start) => Number(process.hrtime.bigint() - start) / 1e6;

function isInstalled(program) {
  return spawnSync(program, ['--version'], { encoding: 'utf8' }).error === undefined;
}

/** Runs a program on the text; its own start is counted, which is a few milliseconds. */
function byProgram(label, program, args, read) {
  return {
    label,
    available: () => isInstalled(program),
    solve(text, folder, seconds) {
      const problem = path.join(folder, 'problem.lp');
      const solution = path.join(folder, 'solution.txt');
      writeFileSync(problem, text);
      const start = process.hrtime.bigint();
      spawnSync(program, args(problem, solution, seconds));
      const time = milliseconds(start);
      return { time, optimum: read(readFileSync(solution, 'utf8')) };
    },
  };
}

const glpk = byProgram(
  'GLPK',
  'glpsol',
  (problem, solution, seconds) => ['--lp', problem, '-o', solution, '--tmlim', String(seconds)],
  (text) => {
    if (/^Status: +(INTEGER (UNDEFINED|EMPTY)|INFEASIBLE)/m.test(text)) return null;
    if (!/^Status: +INTEGER OPTIMAL/m.test(text)) return undefined;
    return Number(/^Objective: +score = (\S+)/m.exec(text)[1]);
  },
);

const cbc = byProgram(
  'CBC',
  'cbc',
  (problem, solution, seconds) => [
    ...[problem, 'ratioGap', '0', 'allowableGap', '0', 'sec', String(seconds)],
    ...['solve', 'solution', solution],
  ],
  (text) => {
    if (/^(Infeasible|Integer infeasible)/i.test(text)) return null;
    if (!/^Optimal/.test(text)) return undefined;
    return Math.abs(Number(/objective value +(\S+)/.exec(text)[1]));
  },
);

async function highs() {
  const { default: load } = await import('highs');
  let solver = await load();
  return {
    label: 'HiGHS',
    available: () => true,
    async solve(text, folder, seconds) {
      const start = process.hrtime.bigint();
      try {
        const options = {
          mip_rel_gap: 0,
          mip_abs_gap: 0.5,
          time_limit: seconds,
          output_flag: false,
        };
        const answer = solver.solve(text, options);
        const time = milliseconds(start);
        if (answer.Status === 'Infeasible') return { time, optimum: null };
        if (answer.Status !== 'Optimal') return { time, optimum: undefined };
        return { time, optimum: answer.ObjectiveValue };
      } catch {
        // It may leave its memory in disorder when it fails.
        solver = await load();
        return { time: milliseconds(start), optimum: undefined };
      }
    },
  };
}

/** Those that are installed. `solve` gives null where nothing is possible, undefined for no answer. */
export async function installedSolvers() {
  return [glpk, cbc, await highs()].filter((solver) => solver.available());
}
