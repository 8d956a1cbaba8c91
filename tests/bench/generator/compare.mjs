// Are the sites of all tools equal? Whole pages are compared, from <html> to </html>.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { linesOf } from './html.mjs';
import { folders, site, vocabulary } from './vocabulary.mjs';

const most = 20; // differences that are shown

function read(folder, file) {
  try {
    return readFileSync(path.join(folder, file), 'utf8');
  } catch {
    return undefined;
  }
}

class Differences {
  list = [];
  add(tool, file, text) {
    this.list.push(`${file}, ${tool.label}: ${text}`);
  }
}

// The part of two lines in which they begin to differ.
function around(ours = '(ends)', theirs = '(ends)') {
  let at = 0;
  while (at < ours.length && ours[at] === theirs[at]) ++at;
  const start = Math.max(0, at - 30);
  const part = (line) => (start > 0 ? '...' : '') + line.slice(start, at + 70);
  return `\n    ours:   ${part(ours)}\n    theirs: ${part(theirs)}`;
}

function firstDifference(ours, theirs) {
  const length = Math.max(ours.length, theirs.length);
  for (let i = 0; i < length; ++i) if (ours[i] !== theirs[i]) return around(ours[i], theirs[i]);
  return undefined;
}

// A page holds these lines, one after the other.
function holds(lines, wanted) {
  const start = lines.indexOf(wanted[0]);
  for (let at = start; at >= 0; at = lines.indexOf(wanted[0], at + 1))
    if (wanted.every((line, i) => lines[at + i] === line)) return true;
  return false;
}

export function pagesOf(corpus) {
  const lists = ['exercises/index.html'];
  for (const folder of Object.keys(folders)) {
    lists.push(`${folder}/index.html`);
    for (const id of Object.keys(vocabulary[folder])) lists.push(`${folder}/${id}/index.html`);
  }
  return [...lists, ...corpus.names.map(({ id }) => `exercises/${id}/index.html`)];
}

function comparePages({ corpus, ours, peers, outputs }, differences) {
  for (const file of pagesOf(corpus)) {
    const html = read(outputs(ours), file);
    if (html === undefined) {
      differences.add(ours, file, 'the page is missing');
      continue;
    }
    const lines = linesOf(html);
    for (const peer of peers) {
      const theirs = read(outputs(peer), file);
      const difference =
        theirs === undefined ? 'the page is missing' : firstDifference(lines, linesOf(theirs));
      if (difference) differences.add(peer, file, difference);
    }
  }
}

// What all tools could leave out together: each page has its title, its summary and the text that
// the floor makes of the same file.
function compareWithSources({ corpus, ours, floor, outputs }, differences) {
  for (const { id, title } of corpus.names) {
    const file = `exercises/${id}/index.html`;
    const lines = linesOf(read(outputs(ours), file) ?? '', { ids: false });
    const source = read(corpus.folder, `exercises/${id}.md`);
    const summary = /^summary: (.*)$/m.exec(source)[1];
    if (!holds(lines, ['<h1>', title, '</h1>', '<p>', summary, '</p>']))
      differences.add(ours, file, 'the title or the summary is not as in the source');
    const text = read(outputs(floor), `${id}/index.html`);
    if (text === undefined) differences.add(floor, file, 'the page is missing');
    else if (!holds(lines, linesOf(text)))
      differences.add(floor, file, 'its text is not part of our page');
  }
}

const range = (value) => (Array.isArray(value) ? value : [value, value]);
const sorted = (object, shown = (value) => value) =>
  Object.entries(object)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => [key, shown(value)]);

// An exercise of a catalogue in one form: we write out what its author may leave out.
function factsOf(exercise) {
  const { helps, needs_one_of: needed } = { ...exercise, ...exercise.equipment };
  return [
    ...['id', 'title', 'url', 'summary', 'order', 'phase', 'posture', 'surfaces'],
    ...['direction', 'load', 'sides', 'tempo', 'easier', 'harder', 'references'],
  ]
    .map((name) => exercise[name])
    .concat([
      helps ?? [],
      needed ?? [],
      sorted(exercise.targets),
      sorted(exercise.dose, (dose) => [range(dose.hold), range(dose.repetitions), dose.sources]),
      sorted(exercise.conditions, ({ verdict, note = '', sources = [] }) => [
        verdict,
        note,
        sources,
      ]),
    ]);
}

const tagged = (xml, tag) =>
  [...xml.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, 'g'))].map(([, text]) => text);

// Files besides the pages, each read into parts that can be compared one by one.
const documents = [
  {
    file: 'sitemap.xml',
    parts: (text) =>
      [...text.matchAll(/<loc>([^<]*)<\/loc>(?:<lastmod>([^<]*)<\/lastmod>)?/g)]
        .filter(([, address]) => address.startsWith(`${site.base_url}exercises/`))
        .map(([, address, day]) => `${address} ${day}`)
        .sort(),
    expected: ({ names }) => names.length + 1,
  },
  {
    file: 'feed.xml',
    parts: (text) =>
      text
        .split('<entry>')
        .slice(1)
        .map((entry) =>
          ['title', 'id', 'updated', 'summary'].flatMap((tag) => tagged(entry, tag)).join(' | '),
        ),
    expected: () => 50,
  },
  {
    file: 'catalogue.json',
    parts: (text) =>
      JSON.parse(text).exercises.map((exercise) => JSON.stringify(factsOf(exercise))),
    expected: ({ names }) => names.length,
  },
];

function compareDocuments({ corpus, ours, peers, outputs }, differences) {
  for (const { file, parts, expected } of documents) {
    const partsOf = (tool) => {
      try {
        return parts(read(outputs(tool), file));
      } catch {
        return [];
      }
    };
    const own = partsOf(ours);
    const count = expected(corpus);
    if (own.length !== count)
      differences.add(ours, file, `${own.length} entries where ${count} are expected`);
    for (const peer of peers) {
      const difference = firstDifference(own, partsOf(peer));
      if (difference) differences.add(peer, file, difference);
    }
  }
}

// Returns how much was compared, or throws with the differences.
export function compareSites(sites) {
  const differences = new Differences();
  comparePages(sites, differences);
  compareWithSources(sites, differences);
  compareDocuments(sites, differences);
  const { list } = differences;
  if (list.length) {
    const more = list.length > most ? `\n  and ${list.length - most} more` : '';
    throw new Error(`the sites differ:\n  ${list.slice(0, most).join('\n  ')}${more}`);
  }
  const files = documents.map(({ file }) => file).join(', ');
  return `${pagesOf(sites.corpus).length} pages, ${files}`;
}
