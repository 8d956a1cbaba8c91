// What the benchmark prints.
import os from 'node:os';
import { tolerated } from './contention.mjs';

export const count = (number) => number.toLocaleString('en-GB');
const decimals = (number, places) => number.toFixed(places);
const times = (ratio) => `${decimals(ratio, ratio < 10 ? 2 : 1)} x`;

function duration(seconds) {
  return seconds < 1 ? `${decimals(seconds * 1000, 1)} ms` : `${decimals(seconds, 2)} s`;
}

const megabytes = (kilobytes) => `${decimals(kilobytes / 1024, 0)} MB`;

// Columns as wide as their widest cell; the first is a name, the others are figures.
function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const cell = (text, column) =>
    column === 0 ? text.padEnd(widths[column]) : text.padStart(widths[column]);
  return rows.map((row) => `  ${row.map(cell).join('  ').trimEnd()}\n`).join('');
}

export function describe({ corpus, tools, folder }) {
  const kilobytes = (bytes) => decimals(bytes / 1000, 1);
  const { least, most, total } = corpus.sizes;
  return `Corpus   ${count(corpus.count)} exercises of ${kilobytes(least)} to ${kilobytes(most)} kB (mean ${kilobytes(total / corpus.count)}), front matter of ${corpus.lines.least} to ${corpus.lines.most} lines, seed ${corpus.seed}
Machine  ${os.cpus().length} x ${os.cpus()[0].model.trim()}
Folder   ${folder}
Tools    ${tools.map((tool) => tool.version()).join('\n         ')}
`;
}

// Ratios of medians: what the benchmark is for.
export function ratios({ ours, peers, floor, results }) {
  const own = results.get(ours.id);
  const rows = [['', 'time', 'CPU time', 'memory']];
  const row = (name, upper, lower) =>
    rows.push([
      name,
      ...['seconds', 'cpu', 'kilobytes'].map((key) => times(upper[key] / lower[key])),
    ]);
  for (const peer of peers) row(`${peer.label} / ${ours.label}`, results.get(peer.id), own);
  row(`${ours.label} / ${floor.label}`, own, results.get(floor.id));
  return table(rows);
}

export function medians(tools, results) {
  const rows = [['', 'runs', 'median', 'fastest', 'slowest', 'CPU time', 'peak memory']];
  for (const tool of tools) {
    const result = results.get(tool.id);
    rows.push([
      tool.label,
      String(result.runs),
      duration(result.seconds),
      duration(result.fastest),
      duration(result.slowest),
      duration(result.cpu),
      megabytes(result.kilobytes),
    ]);
  }
  return table(rows);
}

// While other work takes much of the processors, no time says anything for sure.
export function targets({ pages, ours, floor, results, small, edits, growth, others }) {
  const busy = others > tolerated;
  const line = (name, aim, measured, met, timed = true) => {
    const verdict = timed && busy ? 'unsure ' : met ? 'met    ' : 'NOT MET';
    return `  ${verdict}  ${name}: ${aim}; measured ${measured}\n`;
  };
  const own = results.get(ours.id);
  const hugo = results.get('hugo');
  const name = `${count(pages)} pages`;
  let text = '';
  if (hugo) {
    const ratio = hugo.seconds / own.seconds;
    text += line(`${name} cold`, 'at least 10 times faster than Hugo', times(ratio), ratio >= 10);
  }
  const above = own.seconds / results.get(floor.id).seconds;
  text += line(`${name} cold`, 'at most 4 times the cmark floor', times(above), above <= 4);
  if (hugo) {
    const share = own.kilobytes / hugo.kilobytes;
    const aim = "peak memory at most 0.25 of Hugo's";
    text += line(name, aim, decimals(share, 2), share <= 0.25, false);
  }
  if (edits) {
    const shown = `${duration(edits.all / 1000)} (median of ${edits.edits}, slowest ${duration(edits.slowest / 1000)}; the page alone ${duration(edits.page / 1000)})`;
    text += line(`${name}, one edit`, 'shown everywhere under 100 ms', shown, edits.all < 100);
  }
  if (growth) {
    const ratio = growth.ours.seconds / own.seconds;
    const floorRatio = growth.floor.seconds / results.get(floor.id).seconds;
    const memory = growth.ours.kilobytes / own.kilobytes;
    const shown = `${times(ratio)} (the floor ${times(floorRatio)}; our memory ${times(memory)})`;
    const aim = 'time grows with the pages, 10 x, at most 12 x';
    text += line(`${count(pages)} to ${count(pages * 10)} pages`, aim, shown, ratio <= 12);
  }
  text += line('30 pages cold', 'under 20 ms', duration(small.seconds), small.seconds < 0.02);
  if (busy)
    text += `  unsure: other work had ${decimals(others * 100, 0)} % of the processors meanwhile; measure again when it is over\n`;
  if (pages !== 10000) text += '  the targets are for 10,000 pages; this was another size\n';
  return text;
}
