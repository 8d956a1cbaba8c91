// The published schemas and the program agree on what a file may hold.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { copyEdition } from './shipped-edition.mjs';

const PROGRAM = join(process.cwd(), 'build/release/unclench');

const SCRIPTS = [
  'site.js',
  'builder.js',
  'core-worker.js',
  'library.js',
  'plans.js',
  'progress.js',
  'search.js',
  'session.js',
  'core.wasm',
  'record.wasm',
  'sw.js',
];

let folder;

// Scripts that were never built do for a site that nobody opens.
function makeInputs() {
  copyEdition(folder);
  mkdirSync(join(folder, 'web'));
  for (const name of SCRIPTS) writeFileSync(join(folder, 'web', name), 'a stub\n');
}

function run(command, ...more) {
  const inputs = ['--content', 'content', '--site', 'site', '--web', 'web'];
  return spawnSync(PROGRAM, [command, ...inputs, ...more], { cwd: folder, encoding: 'utf8' });
}

function frontMatter(path) {
  const text = readFileSync(join(folder, path), 'utf8');
  return parse(path.endsWith('.md') ? text.split(/^---$/m)[1] : text);
}

function schema(name) {
  const text = readFileSync(join(folder, '_site/schema', `${name}.json`), 'utf8');
  return new Ajv2020({ allErrors: true, strict: false }).compile(JSON.parse(text));
}

function files(name) {
  return readdirSync(join(folder, 'content', name)).map((file) => `content/${name}/${file}`);
}

describe('the published schemas', () => {
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'unclench-'));
    makeInputs();
    const built = run('build', '--output', '_site');
    assert.equal(built.stderr, '');
    assert.equal(built.status, 0);
  });
  after(() => rmSync(folder, { recursive: true }));

  for (const [name, kind] of [
    ['exercises', 'exercise'],
    ['sources', 'source'],
    ['routines', 'routine'],
    ['conditions', 'condition'],
    ['pages', 'page'],
  ])
    it(`allow every file of ${name}`, () => {
      const validate = schema(kind);
      for (const path of files(name))
        assert.ok(validate(frontMatter(path)), `${path}: ${JSON.stringify(validate.errors)}`);
    });

  for (const [path, kind] of [
    ['content/vocabulary.yaml', 'vocabulary'],
    ['content/planner.yaml', 'planner'],
    ['content/references.yaml', 'references'],
    ['content/dose_bands.yaml', 'dose-bands'],
    ['site/site.yaml', 'site'],
  ])
    it(`allow ${path}`, () => {
      const validate = schema(kind);
      const value = parse(readFileSync(join(folder, path), 'utf8'));
      assert.ok(validate(value), JSON.stringify(validate.errors));
    });

  it('allow the catalogue', () => {
    const validate = schema('catalogue');
    const catalogue = JSON.parse(readFileSync(join(folder, '_site/catalogue.json'), 'utf8'));
    assert.ok(validate(catalogue), JSON.stringify(validate.errors));
    catalogue.exercises[0].load = 4;
    assert.ok(!validate(catalogue));
  });

  const bridge = 'content/exercises/bridge.md';
  const planned = 'content/routines/at-a-desk.md';
  for (const [what, path, kind, from, to] of [
    ['a word that is none', bridge, 'exercise', /^phase: .*/m, 'phase: strenghten'],
    ['a number out of range', bridge, 'exercise', /^load: .*/m, 'load: 4'],
    ['a number in quotes', bridge, 'exercise', /^load: .*/m, 'load: "2"'],
    ['no whole number', bridge, 'exercise', /^load: .*/m, 'load: 1.5'],
    ['a text for a list', bridge, 'exercise', /^surfaces: .*/m, 'surfaces: floor'],
    ['an empty list', bridge, 'exercise', /^surfaces: .*/m, 'surfaces: []'],
    ['a word twice', bridge, 'exercise', /^surfaces: .*/m, 'surfaces: [floor, floor]'],
    ['a missing field', bridge, 'exercise', /^posture: .*\n/m, ''],
    ['a mistyped field', bridge, 'exercise', /^summary:/m, 'sumary:'],
    ['an empty title', bridge, 'exercise', /^title: .*/m, 'title: ""'],
    ['a missing value', bridge, 'exercise', /^title: .*/m, 'title:'],
    ['a dose and a reason for none', bridge, 'exercise', /^load:/m, 'not_offered: No.\nload:'],
    ['a missing verdict', bridge, 'exercise', /^ {2}stenosis:\n( {4}.*\n)+/m, ''],
    [
      'a verdict without a note',
      bridge,
      'exercise',
      /^ {4}verdict: care\n {4}note: .*\n/m,
      '    verdict: care\n',
    ],
    ['empty references', bridge, 'exercise', /^sources:\n(( {2}|- ).*\n)+/m, 'references: []\n'],
    ['a number for a title', bridge, 'exercise', /^title: .*/m, 'title: 5'],
    ['a flag in quotes', bridge, 'exercise', /^load:/m, 'draft: "true"\nload:'],
    ['a routine of nothing', planned, 'routine', /^request:\n( .*\n)+/m, ''],
    [
      'a planned routine of an article',
      planned,
      'routine',
      /^request:/m,
      'movements: []\nrequest:',
    ],
    ['no telephone number', 'site/site.yaml', 'site', /"112"/, 'help'],
    ['no base address', 'site/site.yaml', 'site', /^base_url: .*/m, 'base_url: example.org'],
    ['a date that is none', 'content/pages/about.md', 'page', /^updated: .*/m, 'updated: soon'],
    [
      'an address that is none',
      'content/pages/about.md',
      'page',
      /^title:/m,
      'aliases: [a]\ntitle:',
    ],
    ['a way out', 'content/pages/about.md', 'page', /^title:/m, 'aliases: [/../a/]\ntitle:'],
  ])
    it(`and the program refuse ${what}`, () => {
      const original = readFileSync(join(folder, path), 'utf8');
      try {
        assert.match(original, from);
        writeFileSync(join(folder, path), original.replace(from, to));
        assert.equal(schema(kind)(frontMatter(path)), false);
        const checked = run('check');
        assert.equal(checked.status, 1, checked.stdout + checked.stderr);
      } finally {
        writeFileSync(join(folder, path), original);
      }
    });
});
