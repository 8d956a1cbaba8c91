// A site in more than one language. The other languages are made up from the shipped English.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { withChangedWords } from '../web/words-file.mjs';
import { copyEdition } from './shipped-edition.mjs';

const PROGRAM = join(process.cwd(), 'build/release/unclench');
const ENGLISH = readFileSync('site/words/en-GB.yaml', 'utf8');

const CAT_CAMEL = `---
title: Gato y camello
summary: A cuatro patas, redondea la espalda.
notes:
  disc: Quédate en el medio.
---

Un texto con [otro ejercicio](bridge.md).

::: warning
Con cuidado.
:::

## Cómo se hace

Despacio.

## Uno

## Dos

## Tres

## Cuatro

## Cinco
`;
const VOCABULARY = `stages:
  spasm:
    label: Con espasmo
    description: Se ha bloqueado.
`;

let folder;
const inFolder = (path) => join(folder, path);
const page = (path) => readFileSync(inFolder(`out/${path}`), 'utf8');

function build() {
  return spawnSync(
    PROGRAM,
    ['build', '--output', 'out', '--web', join(process.cwd(), 'build/web')],
    { cwd: folder, encoding: 'utf8' },
  );
}

function addLanguages(...codes) {
  const settings = readFileSync(inFolder('site/site.yaml'), 'utf8');
  writeFileSync(inFolder('site/site.yaml'), `${settings}languages: [${codes.join(', ')}]\n`);
}

function addWords(code, change) {
  writeFileSync(inFolder(`site/words/${code}.yaml`), withChangedWords(ENGLISH, change));
}

const marked = (code) => (text, key) =>
  key === 'language_name' ? `Name of ${code}` : `[${code}] ${text}`;

/** The addresses of this site that links on the page lead to, but for the choice of languages. */
function linksOf(html) {
  const body = html.slice(html.indexOf('<body>'));
  return [...body.matchAll(/<a [^>]*href="(\/[^"]*)"[^>]*>/g)]
    .filter(([tag]) => !tag.includes('hreflang='))
    .map(([, address]) => address);
}

function copyToFolder() {
  folder = mkdtempSync(join(tmpdir(), 'unclench-'));
  copyEdition(folder);
}

describe('a site in two languages', () => {
  before(() => {
    copyToFolder();
    addLanguages('es');
    addWords('es', marked('es'));
    writeFileSync(inFolder('content/exercises/cat-camel.es.md'), CAT_CAMEL);
    writeFileSync(inFolder('content/vocabulary.es.yaml'), VOCABULARY);
    const result = build();
    assert.equal(result.stderr, '');
    assert.equal(result.status, 0);
  });
  after(() => rmSync(folder, { recursive: true }));

  it('has each page in each language, which says so', () => {
    assert.match(page('index.html'), /<html lang="en-GB" dir="ltr">/);
    assert.match(page('es/index.html'), /<html lang="es" dir="ltr">/);
    assert.match(page('es/index.html'), /<h1>\[es\] Help for a back that has seized up/);
    assert.match(page('es/exercises/cat-camel/index.html'), /<h1>Gato y camello<\/h1>/);
  });

  it('links each page to the other one, for machines and for people', () => {
    for (const [file, here, there] of [
      ['exercises/cat-camel/index.html', 'en-GB', 'es'],
      ['es/exercises/cat-camel/index.html', 'es', 'en-GB'],
    ]) {
      const html = page(file);
      for (const [code, start] of [
        ['en-GB', ''],
        ['es', 'es/'],
      ]) {
        const address = `${start}exercises/cat-camel/`;
        assert.ok(
          html.includes(
            `<link rel="alternate" hreflang="${code}" href="http://localhost:8080/${address}">`,
          ),
        );
        assert.ok(html.includes(`<a href="/${address}" hreflang="${code}" lang="${code}"`));
      }
      assert.match(html, new RegExp(`hreflang="${here}" lang="${here}" aria-current="true">`));
      assert.doesNotMatch(html, new RegExp(`hreflang="${there}" lang="${there}" aria-current`));
      assert.match(html, />English<\/a>.*>Name of es<\/a>/s);
    }
  });

  it('says on a page without a translation that it has none, and marks its text', () => {
    const html = page('es/exercises/bridge/index.html');
    assert.match(html, /<p class="notice">\[es\] This page has not been translated yet\.<\/p>/);
    assert.match(html, /<h1 lang="en-GB" dir="ltr">Bridge/);
    assert.match(html, /<section aria-labelledby="[^"]+" lang="en-GB" dir="ltr">/);
    assert.match(html, /<h2 id="dose">\[es\] How much/);
    const translated = page('es/exercises/cat-camel/index.html');
    assert.doesNotMatch(translated, /has not been translated/);
    assert.doesNotMatch(translated, /lang="en-GB" dir/);
    assert.doesNotMatch(page('exercises/bridge/index.html'), /has not been translated/);
  });

  it('stays in its language from link to link', () => {
    for (const file of ['index.html', 'builder/index.html', 'exercises/cat-camel/index.html']) {
      const addresses = linksOf(page(`es/${file}`));
      assert.ok(addresses.length > 10);
      for (const address of addresses) assert.match(address, /^\/es\//, file);
    }
    assert.match(page('es/exercises/cat-camel/index.html'), /href="\/es\/exercises\/bridge\/"/);
    for (const address of linksOf(page('index.html'))) assert.doesNotMatch(address, /^\/es\//);
  });

  it('gives the builder its words and its catalogue', () => {
    const html = page('es/builder/index.html');
    assert.match(html, /data-catalogue="\/es\/catalogue\.json"/);
    const [, json] = /<script type="application\/json" id="words">(.*?)<\/script>/.exec(html);
    assert.equal(JSON.parse(json)['minutes.other'], '[es] {0} minutes');
    const catalogue = JSON.parse(page('es/catalogue.json'));
    const exercise = catalogue.exercises.find(({ id }) => id === 'cat-camel');
    assert.equal(catalogue.stages[0].label, 'Con espasmo');
    assert.equal(exercise.title, 'Gato y camello');
    assert.equal(exercise.url, '/es/exercises/cat-camel/');
    assert.equal(exercise.conditions.disc.note, 'Quédate en el medio.');
    assert.equal(JSON.parse(page('catalogue.json')).stages[0].label, 'In spasm');
  });

  it('uses its own words for doses and for blocks without a title', () => {
    const html = page('es/exercises/cat-camel/index.html');
    assert.match(html, /<p class="callout-title">\[es\] Take care<\/p>/);
    assert.match(html, /\[es\] \[es\] 5 to 8 times, slowly/);
  });

  it('is listed and kept offline as a whole', () => {
    const sitemap = page('sitemap.xml');
    assert.match(sitemap, /<loc>http:\/\/localhost:8080\/exercises\/cat-camel\/<\/loc>/);
    assert.match(sitemap, /<loc>http:\/\/localhost:8080\/es\/exercises\/cat-camel\/<\/loc>/);
    const [line] = page('sw.js').split('\n', 1);
    const { urls } = JSON.parse(line.slice(line.indexOf('{'), -1));
    for (const url of ['', 'es/', 'es/builder/', 'es/catalogue.json', 'catalogue.json'])
      assert.ok(urls.includes(url), url);
  });
});

describe('the words of another language', () => {
  beforeEach(copyToFolder);
  afterEach(() => rmSync(folder, { recursive: true }));

  it('run from the right where the language does, but for text without a translation', () => {
    addLanguages('ar');
    addWords('ar', marked('ar'));
    assert.equal(build().stderr, '');
    assert.match(page('ar/index.html'), /<html lang="ar" dir="rtl">/);
    const html = page('ar/exercises/bridge/index.html');
    assert.match(html, /<h1 lang="en-GB" dir="ltr">/);
    assert.match(page('index.html'), /<html lang="en-GB" dir="ltr">/);
  });

  it('may have a title, a tagline and a description in the place of the own', () => {
    addLanguages('es');
    const site = 'site:\n  title: Suelta\n  tagline: sin espasmo\n  description: Ejercicios.\n';
    addWords('es', marked('es'));
    const words = readFileSync(inFolder('site/words/es.yaml'), 'utf8');
    writeFileSync(inFolder('site/words/es.yaml'), words + site);
    assert.equal(build().stderr, '');
    assert.match(page('es/index.html'), /<title>Suelta: sin espasmo<\/title>/);
    assert.match(page('es/index.html'), /<meta name="description" content="Ejercicios\.">/);
    assert.match(page('es/builder/index.html'), / - Suelta<\/title>/);
    assert.match(page('index.html'), /<title>Unclench: /);
  });

  it('may have quotes where they become an attribute', () => {
    addLanguages('es');
    addWords('es', (text, key) => (key === 'page.breadcrumbs' ? 'Aquí, "más o menos"' : text));
    assert.equal(build().stderr, '');
    assert.match(
      page('es/exercises/bridge/index.html'),
      /<nav class="breadcrumbs" aria-label="Aquí, &quot;más o menos&quot;">/,
    );
  });

  it('cannot end the data of a page', () => {
    addLanguages('es');
    addWords('es', (text, key) => (key === 'builder.script.no_place' ? '</script><b>' : text));
    assert.equal(build().stderr, '');
    const html = page('es/builder/index.html');
    assert.ok(html.includes('"no_place":"\\u003c/script>\\u003cb>"'));
  });

  it('are all reported by their keys when they are missing', () => {
    const missing = [
      'language_name',
      'home.title',
      'dose.hold',
      'builder.script.no_place',
      'app.minutes.other',
    ];
    // Forms that a language does not have are no fault.
    const spare = 'app.minutes.one';
    addLanguages('es');
    addWords('es', (text, key) => ([...missing, spare].includes(key) ? null : text));
    const result = build();
    assert.equal(result.status, 1);
    for (const key of missing) assert.ok(result.stderr.includes(`'${key}'`), key);
    assert.ok(!result.stderr.includes(`'${spare}'`));
    assert.match(
      result.stderr,
      /site\/words\/es\.yaml:\S* error: the words 'home\.title' are missing/,
    );
    assert.equal(result.stderr.split("'dose.hold'").length, 2, 'told once');
    assert.match(
      result.stderr,
      /site\/words\/es\.yaml:\S* error: the words 'dose\.hold' are missing/,
    );
  });
});

describe('a site in one language', () => {
  it('offers no choice of languages', () => {
    copyToFolder();
    assert.equal(build().stderr, '');
    assert.doesNotMatch(page('index.html'), /hreflang/);
    rmSync(folder, { recursive: true });
  });
});
