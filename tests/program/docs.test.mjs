// docs/content.md and docs/generator.md say what the program does: no more and no less.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { copyEdition } from './shipped-edition.mjs';

const BUILT = join(process.cwd(), 'build/release');
const PROGRAM = join(BUILT, 'unclench');
const NAMES = ['content.md', 'generator.md'];
const docs = Object.fromEntries(NAMES.map((name) => [name, readFileSync(`docs/${name}`, 'utf8')]));
const both = [...NAMES, 'figures.md']
  .map((name) => readFileSync(`docs/${name}`, 'utf8'))
  .join('\n');

function run(args, options = {}) {
  return spawnSync(PROGRAM, args, { encoding: 'utf8', ...options });
}

function output(...args) {
  const result = run(args);
  assert.equal(result.status, 0, result.stderr);
  return result.stdout;
}

/** A copy of the edition that is gone when `use` has returned. */
function inCopy(use) {
  const folder = mkdtempSync(join(tmpdir(), 'unclench-'));
  copyEdition(folder);
  for (const name of ['build/web', 'README.md'])
    cpSync(name, join(folder, name), { recursive: true });
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function write(folder, path, text) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** The fenced pieces of a text: how each is called, and what stands in it. */
function pieces(text) {
  return [...text.matchAll(/^```(.*)\n([^]*?)^```$/gm)].map(([, info, body]) => ({ info, body }));
}

/** The text below a heading, up to the next of its level or above. */
function section(text, heading) {
  const start = text.indexOf(`\n${heading}\n`);
  assert.notEqual(start, -1, `there is no '${heading}'`);
  const level = heading.indexOf(' ');
  const rest = text.slice(start + heading.length + 2);
  const end = rest.search(new RegExp(`^#{1,${level}} `, 'm'));
  return end < 0 ? rest : rest.slice(0, end);
}

/** The rows of all tables whose first heading begins like this. */
function rows(text, first) {
  const found = [];
  for (const [table] of text.matchAll(/(?:^\|.*\n)+/gm)) {
    const lines = table.trimEnd().split('\n');
    if (!lines[0].startsWith(`| ${first}`)) continue;
    for (const line of lines.slice(2))
      found.push(
        line
          .slice(1, -1)
          .split('|')
          .map((cell) => cell.trim()),
      );
  }
  return found;
}

const codes = (text) => [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code);

describe('the commands in docs/generator.md', () => {
  const commands = [...output('--help').matchAll(/^ {2}([a-z]+) {2,}\S/gm)].map(([, name]) => name);

  for (const command of commands)
    it(`has every option of ${command} with its default`, () => {
      const documented = rows(section(docs['generator.md'], `### unclench ${command}`), 'Option');
      const options = documented.map(([names, value]) => [
        codes(names).map((name) => name.split(' ')[0]),
        codes(value)[0] ?? '',
      ]);
      const help = output(command, '--help').replace(/^ {2}-h,--help .*\n/m, '');
      const lines = [...help.matchAll(/^ {2}([-A-Z]\S*)(?: [A-Z]+)?(?: {2,}|\n)(.*)$/gm)];
      assert.deepEqual(
        options.sort(),
        lines
          .map(([, names, about]) => [names.split(','), /\[(.*)\]$/.exec(about)?.[1] ?? ''])
          .sort(),
      );
    });

  it('has no command that does not exist', () => {
    const documented = [...docs['generator.md'].matchAll(/^### unclench (\S+)$/gm)];
    assert.deepEqual(documented.map(([, name]) => name).sort(), [...commands].sort());
  });

  it('are all named in the README', () => {
    const readme = readFileSync('README.md', 'utf8');
    for (const command of commands) assert.ok(readme.includes(`unclench ${command}`), command);
  });
});

describe('the errors in docs/generator.md', () => {
  it('are those that `unclench explain` knows, in its words', () => {
    const expected = output('explain')
      .trimEnd()
      .split('\n')
      .map((line) => {
        const id = line.split(' ')[0];
        const [head, , ...rest] = output('explain', id).trimEnd().split('\n');
        return `- **\`${id}\`**: ${head.slice(id.length + 2)}. ${rest.join(' ')}`;
      });
    const listed = section(docs['generator.md'], '## Errors').match(/^- .*$/gm);
    assert.deepEqual(listed, expected);
  });
});

describe('the fields of content and settings', () => {
  const fields = new Set();
  const collect = (schema) => {
    for (const [key, property] of Object.entries(schema.properties ?? {})) {
      fields.add(key);
      collect(property);
    }
    for (const inner of [
      schema.items,
      schema.additionalProperties,
      ...(schema.anyOf ?? []),
      ...(schema.oneOf ?? []),
    ])
      if (inner && typeof inner === 'object') collect(inner);
  };
  for (const line of output('schema').trimEnd().split('\n')) {
    const name = line.split(' ')[0];
    if (name !== 'catalogue') collect(JSON.parse(output('schema', name)));
  }
  const documented = new Set(
    [...rows(both, 'Field'), ...rows(both, 'Setting')].flatMap(([names]) =>
      codes(names).flatMap((name) => name.split('.')),
    ),
  );

  it('are all named', () => {
    assert.deepEqual(
      [...fields].filter((field) => !documented.has(field) && !both.includes(`\`${field}\``)),
      [],
    );
  });

  it('are all there', () => {
    assert.deepEqual(
      [...documented].filter((field) => !fields.has(field)),
      [],
    );
  });

  it('have every schema named', () => {
    for (const line of output('schema').trimEnd().split('\n')) {
      const [, files] = /^\S+ +(\S+)$/.exec(line);
      const place = files.replace(/^\w+\//, '');
      assert.ok(
        both.includes(place) || both.includes(place.replace(/.*LANGUAGE/, '*.LANGUAGE')),
        place,
      );
    }
  });
});

describe('the values of templates in docs/generator.md', () => {
  const text = docs['generator.md'];
  const valuesIn = (part) => rows(part, 'Value').flatMap(([names]) => codes(names));
  const common = section(text, '### Values of every page');
  const [every, withBody, withCitations] = common.split(/^Pages with .*$/m).map(valuesIn);
  const own = [...text.matchAll(/^### Values of (\w+)$/gm)]
    .map(([, name]) => name)
    .filter((name) => name !== 'every');
  const pagesNamed = (pattern) => codes(pattern.exec(common)[1]);
  const bodies = pagesNamed(/^Pages with a text have (.*)$/m).slice(1);
  const citing = pagesNamed(/^Pages with sources have (.*)$/m).slice(1);

  function valuesOf(name) {
    const values = valuesIn(section(text, `### Values of ${name}`));
    if (name.startsWith('_')) return values;
    return [
      ...values,
      ...every,
      ...(bodies.includes(name) ? withBody : []),
      ...(citing.includes(name) ? withCitations : []),
    ].filter((value) => !value.endsWith('.NAME'));
  }

  /** "a[].b" as a template that asks for it. */
  function tag(value) {
    const [list, ...rest] = value.split('[].');
    if (rest.length > 0) return `{{#${list}}}${tag(rest.join('[].'))}{{/${list}}}`;
    const object = list.split('.')[0];
    return object === list ? `{{{${list}}}}` : `{{#${object}}}{{{${list}}}}{{/${object}}}`;
  }

  it('has a part for every template of the site', () => {
    const templates = readdirSync('site/templates').map((name) => name.replace('.mustache', ''));
    assert.deepEqual(
      templates.filter((name) => !name.startsWith('_') && name !== 'layout').sort(),
      own.filter((name) => !name.startsWith('_')).sort(),
    );
  });

  it('exist: templates that ask for all of them are filled in', () => {
    inCopy((folder) => {
      rmSync(join(folder, 'site/templates'), { recursive: true });
      write(folder, 'site/templates/layout.mustache', '<!DOCTYPE html>\n{{>content}}\n');
      for (const name of own)
        write(folder, `site/templates/${name}.mustache`, valuesOf(name).map(tag).join('\n') + '\n');
      write(
        folder,
        'content/pages/more.md',
        '---\ntitle: More\nsummary: More.\naliases: [/old/]\n---\n\n::: dose bridge\n:::\n\n## A\n',
      );
      const result = run(['check', '--format', 'json'], { cwd: folder });
      const unknown = JSON.parse(result.stdout).filter(
        ({ id, severity, message }) =>
          severity === 'error' &&
          !/-(link|anchor|id|words)$/.test(id) &&
          !/ is a (list|group of values), not a text$/.test(message),
      );
      assert.deepEqual(unknown, []);
    });
  });

  it('are all that the site’s own templates ask for', () => {
    const known = new Set(own.flatMap(valuesOf).flatMap((value) => value.split(/\[\]\.|\./)));
    for (const name of readdirSync('site/templates')) {
      const source = readFileSync(join('site/templates', name), 'utf8');
      for (const [, value] of source.matchAll(/\{\{\{?[#^&]? *([a-z_][a-z_.]*) *\}/g))
        if (!/^(words|assets|data)\./.test(value))
          for (const part of value.split('.')) assert.ok(known.has(part), `${name}: ${value}`);
    }
  });

  it('are all that the program supplies', () => {
    const known = new Set(
      [...own.flatMap(valuesOf), 'assets', 'data'].flatMap((value) => value.split(/\[\]\.|\./)),
    );
    const views = readdirSync('src/render').filter((name) => /^(\w+_)?views?\.cpp$/.test(name));
    assert.ok(views.length >= 6);
    for (const file of [...views, 'site.cpp', 'site_language.cpp']) {
      const source = readFileSync(`src/render/${file}`, 'utf8');
      const set = [...source.matchAll(/\.set\(\s*"(\w+)"/g)];
      const members = [...source.matchAll(/\bobject\(([^;]*);/g)].flatMap(([, call]) => [
        ...call
          .replace(/phrases(?:\.|->)get(?:_or)?\("[^"]*"|[?:] "\w+"/g, '')
          .matchAll(/"([a-z_]+)",\s/g),
      ]);
      for (const [, value] of [...set, ...members])
        assert.ok(known.has(value), `${file}: ${value}`);
    }
  });
});

describe('the words in docs/generator.md', () => {
  it('are those that the program needs', () => {
    inCopy((folder) => {
      write(folder, 'site/words/en-GB.yaml', 'nothing: ""\n');
      const result = run(['check', '--format', 'json'], { cwd: folder });
      const missing = JSON.parse(result.stdout)
        .map(({ message }) => /^the words '(.*)' are missing$/.exec(message)?.[1])
        .filter(Boolean);
      const documented = rows(section(docs['generator.md'], '## Words'), 'Words');
      assert.deepEqual(documented.flatMap(([names]) => codes(names)).sort(), missing.sort());
    });
  });
});

describe('the joints in docs/figures.md', () => {
  it('are those that the sheet of figures shows', () => {
    inCopy((folder) => {
      const result = run(['figures', '--sheet', 'sheet.html'], { cwd: folder });
      assert.equal(result.status, 0, result.stderr);
      const sheet = readFileSync(join(folder, 'sheet.html'), 'utf8');
      const shown = [...sheet.matchAll(/<figcaption><code>(\w+)<\/code>/g)].map(([, name]) => name);
      const text = section(readFileSync('docs/figures.md', 'utf8'), '## Joints');
      const documented = rows(text, 'Joint').map(([names]) => codes(names)[0]);
      assert.deepEqual(shown.sort(), documented.sort());
    });
  });
});

describe('the examples', () => {
  for (const name of NAMES)
    it(`in docs/${name} run, one after the other`, () => {
      inCopy((folder) => {
        const lines = pieces(docs[name])
          .filter(({ info }) => info === 'sh')
          .flatMap(({ body }) => body.trimEnd().split('\n'))
          .map((line) => line.replace(/ +# .*/, ''))
          .map((line) => line.replace(/^unclench new \w+ [\w-]+/, '$&-anew')) // it may be there
          .filter((line) => !line.startsWith('unclench serve')); // does not end
        assert.ok(lines.length > 0);
        for (const line of lines) {
          const env = { ...process.env, PATH: `${BUILT}:${process.env.PATH}` };
          const result = spawnSync('bash', ['-c', line], { cwd: folder, env, encoding: 'utf8' });
          assert.equal(result.status, 0, `${line}\n${result.stdout}${result.stderr}`);
        }
      });
    });

  // What an author changed in a copy before the program said what the documents show, in their order.
  const SLIPS = [
    ['routines/at-a-desk.md', [[/^  exclude: /m, '  include: [walking]\n  exclude: ']]],
    ['guides/pacing.md', [[/\[@PTL\]/, '[@PTLL]']]],
    [
      'exercises/bridge.md',
      [
        [/posture: supine/, 'posture: supin'],
        [/load: 2/, 'load: 4'],
        [/^ {2}stenosis:\n(?: {4}.*\n)+/m, ''],
        [/\[OMICS\]/, '[OMIC]'],
        [/## Stop if\n/, ''],
      ],
    ],
    ['exercises/bridge.md', [[/sore: \{ hold: 5,/, 'sore: { hold: 20,']]],
  ];

  it('of errors in docs/content.md are what the program says', () => {
    const shown = pieces(docs['content.md'])
      .filter(({ body }) => body.startsWith('$ '))
      .map(({ body }) => /^\$ unclench (.*)\n([^]*)$/.exec(body));
    assert.equal(shown.length, SLIPS.length);
    shown.forEach(([, command, printed], i) =>
      inCopy((folder) => {
        const [path, changes] = SLIPS[i];
        let text = readFileSync(join(folder, 'content', path), 'utf8');
        for (const [from, to] of changes) {
          assert.match(text, from);
          text = text.replace(from, to);
        }
        cpSync(join(folder, 'content'), join(folder, 'COPY'), { recursive: true });
        write(folder, `COPY/${path}`, text);
        assert.equal(run(command.split(' '), { cwd: folder }).stderr, printed);
      }),
    );
  });

  it('of Markdown and YAML that name a file are accepted', () => {
    inCopy((folder) => {
      const files = pieces(both).filter(({ info }) => /^(yaml|markdown) \S+\/\S+$/.test(info));
      assert.ok(files.length >= 6, 'there are examples');
      for (const { info, body } of files) write(folder, info.split(' ')[1], body);
      pieces(both)
        .filter(({ info }) => info === 'markdown example')
        .forEach(({ body }, i) =>
          write(
            folder,
            `content/pages/example-${i}.md`,
            `---\ntitle: Example ${i}\nsummary: An example.\n---\n\n${body}`,
          ),
        );
      cpSync(join(folder, 'site/words/en-GB.yaml'), join(folder, 'site/words/es.yaml'));
      write(
        folder,
        'content/images/knee.svg',
        '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"></svg>\n',
      );
      const result = run(['check'], { cwd: folder });
      assert.equal(result.stderr, '');
      assert.equal(result.status, 0);
    });
  });

  it('have links to files and headings that exist', () => {
    for (const name of NAMES)
      for (const [, file, anchor] of docs[name].matchAll(/\]\(([\w.-]*\.md)?(?:#([\w-]+))?\)/g)) {
        if (pieces(docs[name]).some(({ body }) => body.includes(`](${file ?? ''}`))) continue;
        const target = file ? join('docs', file) : join('docs', name);
        if (!existsSync(target)) {
          assert.ok(/^\| `\[/m.test(docs[name]), target); // a row of the table of links
          continue;
        }
        if (!anchor) continue;
        const anchors = [...readFileSync(target, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, title]) =>
          title
            .toLowerCase()
            .replace(/[^\w -]/g, '')
            .replace(/ /g, '-'),
        );
        assert.ok(anchors.includes(anchor), `${name}: ${target}#${anchor}`);
      }
  });
});
