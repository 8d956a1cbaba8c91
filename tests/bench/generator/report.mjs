// What the benchmark prints.
import os from 'node:os';

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
  const [load] = os.loadavg();
  const busy = load > 0.7 ? `, busy with other work (load ${decimals(load, 1)})` : '';
  return `Corpus   ${count(corpus.count)} exercises of ${kilobytes(least)} to ${kilobytes(most)} kB (mean ${kilobytes(total / corpus.count)}), front matter of ${corpus.lines.least} to ${corpus.lines.most} lines, seed ${corpus.seed}
Machine  ${os.cpus().length} x ${os.cpus()[0].model.trim()}${busy}
Folder   ${folder}
Tools    ${tools.map((tool) => tool.version()).join('\n         ')}
`;
}

// Ratios of medians: what the benchmark is for.
export function ratios({ ours, peers, floor, results }) {
  const own = results.get(ours.id);
  const rows = [['', 'time', 'memory']];
  for (const peer of peers) {
    const other = results.get(peer.id);
    rows.push([
      `${peer.label} / ${ours.label}`,
      times(other.seconds / own.seconds),
      times(other.kilobytes / own.kilobytes),
    ]);
  }
  const least = results.get(floor.id);
  rows.push([
    `${ours.label} / ${floor.label}`,
    times(own.seconds / least.seconds),
    times(own.kilobytes / least.kilobytes),
  ]);
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

const line = (name, aim, measured, met) =>
  `  ${met ? 'met    ' : 'NOT MET'}  ${name}: ${aim}; measured ${measured}\n`;

export function targets({ pages, ours, floor, results, small, edits, growth }) {
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
    text += line(name, aim, decimals(share, 2), share <= 0.25);
  }
  if (edits) {
    const shown = `${decimals(edits.all, 1)} ms (median of ${edits.edits}, slowest ${decimals(edits.slowest, 1)} ms; the page alone ${decimals(edits.page, 1)} ms)`;
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
  if (pages !== 10000) text += '  (the targets are for 10,000 pages; this was another size)\n';
  return text;
}
