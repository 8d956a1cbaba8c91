// What the command line says.
import { parseArgs } from 'node:util';

export const usage = `Usage: ./dev bench generator [OPTIONS]

Builds the same made-up edition with this program, Hugo and Eleventy, checks that their pages are
equal, and then compares time and memory. A bare cmark program shows the least that could be needed.

  --quick            a fast look: 1,000 pages, fewer runs, no growth
  --pages N          size of the edition (default 10000)
  --runs N           runs of our program and of the floor (default 7)
  --peer-runs N      runs of Hugo and Eleventy (default 3)
  --edits N          edits under \`unclench serve\` (default 10; 0 leaves them out)
  --no-growth        leave out the edition ten times as large
  --peers LIST       which peers, such as hugo or hugo,eleventy (default both; '' for none)
  --seed N           seed of the edition (default 1)
  --program FILE     the program to measure (default build/release/unclench)
  --web DIR          folder of built scripts (default build/web)
  --work DIR         where to build (default: in memory when there is room)
  --keep             keep the built sites, and say where they are
  --help             this text

It fails when pages differ. A target that is not met is only reported.
`;

export class UsageError extends Error {}

const option = (type, value) => ({ type, ...(value === undefined ? {} : { default: value }) });

function whole(values, name, least) {
  const number = Number(values[name]);
  if (!Number.isInteger(number) || number < least)
    throw new UsageError(`--${name} must be a whole number of at least ${least}`);
  return number;
}

export function readOptions(args) {
  const quick = args.includes('--quick');
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        quick: option('boolean', false),
        pages: option('string', quick ? '1000' : '10000'),
        runs: option('string', quick ? '3' : '7'),
        'peer-runs': option('string', quick ? '1' : '3'),
        edits: option('string', quick ? '3' : '10'),
        growth: option('boolean', !quick),
        'no-growth': option('boolean', false),
        peers: option('string', 'hugo,eleventy'),
        seed: option('string', '1'),
        program: option('string', 'build/release/unclench'),
        web: option('string', 'build/web'),
        work: option('string'),
        keep: option('boolean', false),
        help: option('boolean', false),
      },
    }));
  } catch (error) {
    throw new UsageError(error.message);
  }
  const peers = values.peers.split(',').filter(Boolean);
  for (const peer of peers)
    if (!['hugo', 'eleventy'].includes(peer)) throw new UsageError(`there is no peer '${peer}'`);
  return {
    help: values.help,
    pages: whole(values, 'pages', 10),
    runs: whole(values, 'runs', 1),
    peerRuns: whole(values, 'peer-runs', 1),
    edits: whole(values, 'edits', 0),
    growth: values.growth && !values['no-growth'],
    peers,
    seed: whole(values, 'seed', 0),
    program: values.program,
    web: values.web,
    work: values.work,
    keep: values.keep,
  };
}
