// The tools that are compared: how each is set up, run and asked for its version.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { here, repository } from './places.mjs';
import { folders, library, loads, site, vocabulary } from './vocabulary.mjs';

const firstLine = (program, args) =>
  execFileSync(program, args, { encoding: 'utf8' }).trim().split('\n')[0];

function write(file, text) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const theme = readFileSync(path.join(here, 'unclench/theme/theme.css'));

export function unclench({ program, web }) {
  const file = path.resolve(repository, program);
  const common = (project, output) => [
    ...['--content', project.content],
    ...['--site', path.join(here, 'unclench')],
    ...['--web', path.resolve(repository, web)],
    ...['--output', output],
    ...['--base-url', site.base_url],
  ];
  return {
    id: 'unclench',
    label: 'unclench',
    version: () => firstLine(file, ['--version']),
    build: (project, output) => ({ program: file, args: ['build', ...common(project, output)] }),
    serve: (project, output, port) => ({
      program: file,
      args: ['serve', ...common(project, output), '--port', String(port)],
    }),
  };
}

const floorProgram = path.join(repository, 'build/release/cmark_floor');

export const floor = {
  id: 'floor',
  label: 'cmark floor',
  version: () => firstLine(floorProgram, ['--version']),
  build: (project, output) => ({
    program: floorProgram,
    args: [path.join(project.content, 'exercises'), output],
  }),
};

// Hugo cannot make pages from data before 0.126, so each term gets a file of its own.
function writeTerms(folder) {
  const stub = (name, { title, summary }) =>
    write(
      path.join(folder, name),
      `---\ntitle: ${JSON.stringify(title)}\nsummary: ${JSON.stringify(summary)}\n---\n`,
    );
  stub('exercises/_index.md', library);
  for (const [kind, list] of Object.entries(folders)) {
    stub(`${kind}/_index.md`, list);
    for (const [id, term] of Object.entries(vocabulary[kind]))
      stub(`${kind}/${id}.md`, { title: term.label, summary: term.description });
  }
}

const hugo = {
  id: 'hugo',
  label: 'Hugo',
  version: () => firstLine('hugo', ['version']).replace(/^hugo v([^ ]*).*/, 'Hugo $1'),
  setUp({ folder }) {
    const home = path.join(folder, 'hugo');
    cpSync(path.join(here, 'hugo'), home, { recursive: true });
    writeTerms(path.join(home, 'terms'));
    write(path.join(home, 'data/vocabulary.json'), JSON.stringify(vocabulary));
    write(path.join(home, 'data/site.json'), JSON.stringify({ ...site, loads }));
    write(path.join(home, 'static/assets/theme.css'), theme);
  },
  build: ({ folder }, output) => ({
    program: 'hugo',
    args: ['--quiet', '--source', path.join(folder, 'hugo'), '--destination', output],
    cwd: folder,
  }),
};

const eleventyHome = path.join(here, 'node_modules/@11ty/eleventy');

const eleventy = {
  id: 'eleventy',
  label: 'Eleventy',
  version: () =>
    `Eleventy ${JSON.parse(readFileSync(path.join(eleventyHome, 'package.json'), 'utf8')).version} on Node ${process.version}`,
  setUp({ folder }) {
    for (const name of ['eleventy.config.mjs', 'pages.mjs'])
      cpSync(path.join(here, 'eleventy', name), path.join(folder, name));
    const shared = { vocabulary, folders, library, loads, site };
    write(path.join(folder, 'shared.json'), JSON.stringify(shared));
    write(path.join(folder, 'static/assets/theme.css'), theme);
  },
  build: ({ folder }, output) => ({
    program: process.execPath,
    args: [
      path.join(eleventyHome, 'cmd.cjs'),
      '--quiet',
      '--config=eleventy.config.mjs',
      `--output=${path.relative(folder, output)}`,
    ],
    cwd: folder,
  }),
};

export const peersNamed = (names) => [hugo, eleventy].filter((peer) => names.includes(peer.id));
