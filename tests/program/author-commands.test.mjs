// The commands for authors: new, list, explain, schema, markdown, completion, check --external.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { copyEdition } from './shipped-edition.mjs';

const PROGRAM = join(process.cwd(), 'build/release/unclench');
const WEB = join(process.cwd(), 'build/web');
const KINDS = ['exercise', 'condition', 'guide', 'page', 'routine', 'source'];

function run(args, options = {}) {
  return spawnSync(PROGRAM, args, { encoding: 'utf8', ...options });
}

function refuses(result, stderr, status = 2) {
  assert.equal(result.stderr, stderr);
  assert.equal(result.stdout, '');
  assert.equal(result.status, status);
}

/** A copy of the edition; `call` runs the program in it. */
function edition() {
  const folder = mkdtempSync(join(tmpdir(), 'unclench-'));
  copyEdition(folder);
  const call = (...args) => run(args, { cwd: folder });
  return {
    folder,
    call,
    check: (...more) => call('check', '--web', WEB, ...more),
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    write: (path, text) => writeFileSync(join(folder, path), text),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

function files(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.path, entry.name))
    .map((path) => [path.slice(folder.length), readFileSync(path, 'base64')])
    .sort();
}

describe('unclench', () => {
  it('says its version', () => {
    assert.match(run(['--version']).stdout, /^unclench \d+\.\d+\.\d+\n$/);
  });

  it('refuses an unknown command, an unknown option and a missing word with code 2', () => {
    refuses(run(['biuld']), "error: there is no command 'biuld'; did you mean 'build'?\n");
    refuses(run(['xyz']), "error: there is no command 'xyz'; `unclench --help` lists them\n");
    assert.equal(run([]).status, 2);
    assert.match(run(['build', '--nope']).stderr, /^error: .*'--nope'.*\n`unclench build --help`/);
    assert.match(run(['new', 'page']).stderr, /^error: NAME is required\n/);
  });

  it('has a description and an example for every command, and defaults where there are some', () => {
    const help = run(['--help']).stdout;
    const commands = [...help.matchAll(/^ {2}([a-z]+) {2,}(\S.*)$/gm)];
    assert.ok(commands.length >= 10);
    for (const [, command, description] of commands) {
      const own = run([command, '--help']);
      assert.equal(own.status, 0);
      assert.ok(own.stdout.startsWith(description + '\n'), command);
      assert.match(own.stdout, new RegExp(`\nExample:\n .*unclench ${command}`));
    }
    assert.match(run(['build', '--help']).stdout, /--output FOLDER .* \[_site\]/);
    assert.match(
      run(['build', '--help']).stdout,
      /--format FORMAT .*: text, json, github \[text\]/,
    );
  });
});

describe('unclench check --format', () => {
  let copy;
  before(() => {
    copy = edition();
    const path = 'content/exercises/bridge.md';
    copy.write(path, copy.read(path).replace('posture: supine', 'posture: suppine'));
  });
  after(() => copy.remove());

  it('prints errors as JSON', () => {
    const result = copy.check('--format', 'json');
    assert.equal(result.status, 1);
    assert.equal(result.stderr, '');
    assert.deepEqual(JSON.parse(result.stdout), [
      {
        id: 'unknown-word',
        severity: 'error',
        path: 'content/exercises/bridge.md',
        line: 7,
        column: 10,
        length: 7,
        message: "'suppine' is not a posture",
        help: "did you mean 'supine'?",
        line_text: 'posture: suppine',
        line_start: 1,
      },
    ]);
  });

  it('prints errors as annotations for GitHub', () => {
    const result = copy.check('--format', 'github');
    assert.equal(result.status, 1);
    assert.match(result.stdout, /^::error file=content\/exercises\/bridge\.md,line=7,col/);
  });

  it('refuses another format', () => {
    assert.match(
      copy.check('--format', 'xml').stderr,
      /^error: --format: 'xml' is not known; use one of: text, json, github\n/,
    );
  });

  it('uses no colour where there is no terminal', () => {
    assert.ok(!copy.check().stderr.includes('\x1b'));
  });
});

describe('unclench check --external', () => {
  let copy;
  before(() => {
    copy = edition();
    for (const name of ['references', 'dose_bands'])
      rmSync(join(copy.folder, `content/${name}.yaml`));
    mkdirSync(join(copy.folder, 'content/data'));
    for (const name of readdirSync(join(copy.folder, 'content'), { recursive: true }))
      if (name.endsWith('.md') || name === 'vocabulary.yaml')
        copy.write(`content/${name}`, cited(copy.read(`content/${name}`)));
    const planner = copy.read('content/planner.yaml');
    copy.write('content/planner.yaml', planner.replace(/^( {4}[a-z-]+: )\[[A-Z].*\]$/gm, '$1[]'));
    copy.write(
      'content/references.yaml',
      'KEY:\n  title: A title\n  grade: A\n  url: https://one.example/\n',
    );
    copy.write(
      'content/data/links.yaml',
      'list:\n  - name: x\n    at: https://two.example/a?b#c\n',
    );
    copy.write(
      'content/pages/more.md',
      '---\ntitle: More\nsummary: More.\n---\n\n[a](https://b.example/) and [a](http://a.example/)\n' +
        '[again](https://b.example/), <https://c.example/>, [mail](mailto:x@b.example), [in](/about/)\n',
    );
  });
  after(() => copy.remove());

  /** The text with no citation but KEY, and no link to another site. */
  function cited(text) {
    return text
      .replace(/\[@[^\]]*\]/g, '[@KEY]')
      .replace(/\[([^\]]*)\]\(https?:[^)]*\)/g, '$1')
      .replace(/^( *(?:change_)?sources: )\[.*\]/gm, '$1[]')
      .replace(/^references: \[.*\]/gm, 'references: [KEY]')
      .replace(/, sources: \[[^\]]*\]/g, ', sources: []');
  }

  const links = [
    ['content/data/links.yaml', 3, 9, 'https://two.example/a?b#c'],
    ['content/pages/more.md', 6, 5, 'https://b.example/'],
    ['content/pages/more.md', 6, 33, 'http://a.example/'],
    ['content/pages/more.md', 7, 9, 'https://b.example/'],
    ['content/pages/more.md', 7, 31, 'https://c.example/'],
    ['content/references.yaml', 4, 8, 'https://one.example/'],
  ];

  it('lists each link to another site with its place, in order', () => {
    const result = copy.check('--external');
    assert.equal(result.stderr, '');
    assert.equal(result.status, 0);
    assert.equal(
      result.stdout,
      links.map(([path, line, column, url]) => `${path}:${line}:${column}: ${url}\n`).join(''),
    );
  });

  it('lists them as JSON', () => {
    const result = copy.check('--external', '--format', 'json');
    assert.deepEqual(
      JSON.parse(result.stdout),
      links.map(([path, line, column, url]) => ({ path, line, column, url })),
    );
  });
});

describe('unclench explain', () => {
  it('lists all ids with their titles', () => {
    const lines = run(['explain']).stdout.trimEnd().split('\n');
    assert.ok(lines.length > 40);
    for (const line of lines) assert.match(line, /^[a-z0-9-]+ {2,}\S.*$/);
  });

  it('explains every one of them', () => {
    for (const line of run(['explain']).stdout.trimEnd().split('\n')) {
      const [, id, title] = /^(\S+) +(.+)$/.exec(line);
      const result = run(['explain', id]);
      assert.equal(result.status, 0);
      assert.ok(result.stdout.startsWith(`${id}: ${title}\n\n`));
      for (const text of result.stdout.split('\n')) assert.ok(text.length <= 80, text);
    }
  });

  it('refuses an unknown id and offers the nearest', () => {
    const result = run(['explain', 'unknown-feld']);
    assert.equal(result.status, 2);
    assert.equal(result.stdout, '');
    assert.match(result.stderr, /'unknown-feld' is not known; did you mean 'unknown-field'\?\n/);
  });
});

describe('unclench new', () => {
  let copy;
  const advice = (checked) => JSON.parse(checked.stdout).map(({ id }) => id);
  beforeEach(() => {
    copy = edition();
  });
  afterEach(() => copy.remove());

  for (const kind of KINDS)
    it(`writes a draft of ${kind} that is accepted with --drafts and does not change the site`, () => {
      copy.call('build', '--web', WEB, '--output', 'before');
      const result = copy.call('new', kind, 'star-gazing');
      assert.equal(result.stderr, '');
      assert.equal(result.status, 0);
      const path = `content/${kind}s/star-gazing.md`;
      assert.equal(
        result.stdout,
        `Wrote ${path}, a draft. Check it with \`unclench check --drafts\`.\n`,
      );
      const [fence, schema, title] = copy.read(path).split('\n');
      assert.equal(fence, '---');
      assert.equal(
        schema,
        `# yaml-language-server: $schema=http://localhost:8080/schema/${kind}.json`,
      );
      assert.equal(title, 'title: Star gazing');
      assert.match(copy.read(path), /^draft: true/m);
      assert.equal(copy.check().stderr, '');
      const checked = copy.check('--drafts', '--format', 'json');
      assert.equal(checked.status, 0);
      assert.deepEqual(advice(checked), kind === 'exercise' ? ['unusual-dose'] : []);
      copy.call('build', '--web', WEB, '--output', 'after');
      assert.deepEqual(files(join(copy.folder, 'after')), files(join(copy.folder, 'before')));
      const drafts = JSON.parse(copy.call('list', 'drafts', '--format', 'json').stdout);
      assert.deepEqual(
        drafts.map(({ id }) => id),
        ['star-gazing'],
      );
    });

  it('writes one of each, and another of each beside them', () => {
    for (const kind of KINDS)
      for (const name of ['a', 'b']) assert.equal(copy.call('new', kind, name + kind).status, 0);
    const checked = copy.check('--drafts', '--format', 'json');
    assert.equal(checked.status, 0);
    assert.deepEqual(advice(checked), ['unusual-dose', 'unusual-dose']);
    const order = (name) => Number(/^order: (\d+)$/m.exec(copy.read(`content/${name}.md`))[1]);
    assert.equal(order('exercises/bexercise'), order('exercises/aexercise') + 1);
  });

  it('avoids every condition, and says that nobody judged it', () => {
    copy.call('new', 'exercise', 'x');
    const text = copy.read('content/exercises/x.md');
    const conditions = readdirSync(join(copy.folder, 'content/conditions'));
    assert.equal(text.match(/^ {4}verdict: avoid$/gm).length, conditions.length);
    assert.equal(text.match(/^ {4}sources: \[\]$/gm).length, conditions.length);
  });

  it('has an exercise avoided with a draft condition until it is judged', () => {
    copy.call('new', 'condition', 'hernia');
    assert.equal(copy.call('build', '--web', WEB, '--drafts').status, 0);
    const page = copy.read('_site/conditions/hernia/index.html');
    assert.match(page, /Nobody has judged it yet/);
    const path = 'content/exercises/bridge.md';
    copy.write(
      path,
      copy
        .read(path)
        .replace('conditions:\n', 'conditions:\n  hernia: { verdict: fine, sources: [] }\n'),
    );
    assert.equal(copy.check().stderr, '');
    assert.equal(copy.check('--drafts').stderr, '');
  });

  it('takes any title of one line', () => {
    for (const [name, title] of [
      ['a', 'yes: "it" is # so'],
      ['b', 'null'],
      ['c', '- [x]'],
      ['d', '12'],
      ['e', "Child's pose – easy"],
    ])
      assert.equal(copy.call('new', 'page', name, '--title', title).status, 0);
    assert.equal(copy.check('--drafts').stderr, '');
    assert.deepEqual(
      JSON.parse(copy.call('list', 'drafts', '--format', 'json').stdout).map(({ title }) => title),
      ['yes: "it" is # so', 'null', '- [x]', '12', "Child's pose – easy"],
    );
    refuses(
      copy.call('new', 'page', 'f', '--title', 'a\nb'),
      'error: the title has a line break or another control character in it\n',
    );
    refuses(copy.call('new', 'page', 'f', '--title', ' '), 'error: the title is empty\n');
  });

  it('refuses names that cannot be addresses or are taken', () => {
    refuses(
      copy.call('new', 'page', 'My Page!'),
      "error: 'My Page!' cannot be an address; use lower-case letters, digits and hyphens, like 'my-page'\n",
    );
    assert.equal(copy.call('new', 'page', '../x').status, 2);
    refuses(
      copy.call('new', 'page', 'x', '--content', 'contents'),
      "error: there is no folder 'contents'\n",
      1,
    );
  });

  it('refuses names that a page, an alias, a language, a file or a figure has, and says which', () => {
    const before = files(copy.folder);
    const taken = (kind, name, problem) => {
      const result = copy.call('new', kind, name);
      const path = `content/${kind}s/${name}.md`;
      assert.ok(result.stderr.includes(problem), result.stderr);
      assert.ok(
        result.stderr.endsWith(`error: ${path} would bring this about, and was not written\n`),
        result.stderr,
      );
      assert.equal(result.stdout, '');
      assert.equal(result.status, 1);
    };
    for (const name of ['design', 'search', 'session', 'plans', 'progress', 'builder', 'evidence'])
      taken(
        'page',
        name,
        `content/pages/${name}.md:1:1: error: the address '/${name}/' is that of a page which the ` +
          'program makes [repeated-address]\n  help: choose another name\n',
      );
    taken(
      'exercise',
      'back-to-side',
      "'back-to-side' is the name of an exercise [repeated-id]\n    back-to-side:\n    ^~~~~~~~~~~~\n",
    );
    taken('source', 'editors', '[@editors] is our own judgement');
    assert.deepEqual(files(copy.folder), before);

    const settings = copy.read('site/site.yaml');
    copy.write('site/site.yaml', `${settings}languages: [es]\n`);
    cpSync(join(copy.folder, 'site/words/en-GB.yaml'), join(copy.folder, 'site/words/es.yaml'));
    taken('page', 'es', "the address '/es/' is that of a page which the program makes");
    mkdirSync(join(copy.folder, 'site/static/old'));
    copy.write('site/static/old/index.html', '<p>Old</p>');
    taken('page', 'old', "the address '/old/' is that of site/static/old/index.html");
    copy.write('site/static/plain', 'text');
    taken('page', 'plain', "'/plain' would be a file and a folder");
    const path = 'content/pages/about.md';
    copy.write(path, copy.read(path).replace('\n---\n', '\naliases: [/who/]\n---\n'));
    taken('page', 'who', "error: the address '/who/' is that of content/pages/who.md");
    taken('page', 'who', 'aliases: [/who/]');
  });

  it('never writes over a file', () => {
    const path = 'content/exercises/bridge.md';
    const text = copy.read(path);
    refuses(copy.call('new', 'exercise', 'bridge'), `error: ${path} is there already\n`, 1);
    assert.equal(copy.read(path), text);
  });

  it('makes a routine that is planned, also where there is no article', () => {
    rmSync(join(copy.folder, 'content/sources'), { recursive: true });
    assert.equal(copy.call('new', 'routine', 'x').status, 0);
    assert.match(copy.read('content/routines/x.md'), /^request: .*\n {2}stage: well\n/m);
  });

  it('says why it cannot make a routine without places to be', () => {
    copy.write('content/vocabulary.yaml', 'stages: {}\n');
    const result = copy.call('new', 'routine', 'x');
    assert.equal(result.status, 1);
    assert.match(result.stderr, /\nerror: the vocabulary or the conditions cannot be read\n$/);
  });
});

describe('unclench list', () => {
  let copy;
  before(() => {
    copy = edition();
    copy.call('new', 'page', 'later');
  });
  after(() => copy.remove());

  it('prints ids, titles and addresses in the order of the site, drafts marked', () => {
    const pages = copy.call('list', 'pages').stdout;
    assert.match(pages, /^about +About Unclench +\/about\/$/m);
    assert.match(pages, /^later +Later +\/later\/ {2}\(draft\)$/m);
    const orders = JSON.parse(copy.call('list', 'exercises', '--format', 'json').stdout).map(
      ({ id }) => Number(/^order: (\d+)$/m.exec(copy.read(`content/exercises/${id}.md`))[1]),
    );
    assert.deepEqual(
      orders,
      [...orders].sort((a, b) => a - b),
    );
  });

  it('lists everything without a kind', () => {
    const all = JSON.parse(copy.call('list', '--format', 'json').stdout);
    const pages = readdirSync(join(copy.folder, 'content'), { recursive: true });
    assert.equal(all.length, pages.filter((name) => name.endsWith('.md')).length);
    assert.deepEqual(all[all.length - 1], {
      id: 'later',
      title: 'Later',
      address: '/later/',
      draft: true,
    });
  });

  it('lists what it can read, and reports the rest', () => {
    copy.write('content/pages/broken.md', 'no front matter\n');
    const result = copy.call('list', 'pages');
    rmSync(join(copy.folder, 'content/pages/broken.md'));
    assert.equal(result.status, 1);
    assert.match(result.stdout, /^about /m);
    assert.match(result.stderr, /pages\/broken\.md:1:1: error: .* \[no-front-matter\]/);
  });

  it('refuses an unknown kind', () => {
    assert.match(copy.call('list', 'page').stderr, /'page' is not known; did you mean 'pages'\?/);
  });
});

describe('unclench schema', () => {
  it('prints each schema as the site has it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'unclench-'));
    const base = ['--base-url', 'https://host.example/sub/'];
    run(['build', '--output', join(folder, 'out'), ...base]);
    const lines = run(['schema']).stdout.trimEnd().split('\n');
    const names = lines.map((line) => /^(\S+) +(\S+)$/.exec(line)[1]);
    assert.deepEqual(
      names.map((name) => `${name}.json`).sort(),
      readdirSync(join(folder, 'out/schema')).sort(),
    );
    for (const name of names) {
      const result = run(['schema', name, ...base]);
      assert.equal(result.stdout, readFileSync(join(folder, `out/schema/${name}.json`), 'utf8'));
      assert.equal(JSON.parse(result.stdout).$id, `https://host.example/sub/schema/${name}.json`);
    }
    rmSync(folder, { recursive: true });
  });

  it('refuses an unknown name and an address that is none', () => {
    assert.match(run(['schema', 'exercises']).stderr, /did you mean 'exercise'\?/);
    assert.equal(run(['schema', 'page', '--base-url', 'x']).status, 2);
  });
});

describe('unclench markdown', () => {
  const text = '# A\n\n<b>"é"</b> [x](javascript:y) -- *z*\n';

  it('renders standard input as CommonMark, without HTML and unsafe links', () => {
    const result = run(['markdown'], { input: text });
    assert.equal(result.status, 0);
    assert.equal(
      result.stdout,
      '<h1>A</h1>\n<p><!-- raw HTML omitted -->&quot;é&quot;<!-- raw HTML omitted --> ' +
        '<a href="">x</a> -- <em>z</em></p>\n',
    );
    assert.equal(run(['markdown', '-'], { input: text }).stdout, result.stdout);
  });

  it('lets them through when asked', () => {
    assert.equal(
      run(['markdown', '--unsafe'], { input: text }).stdout,
      '<h1>A</h1>\n<p><b>&quot;é&quot;</b> <a href="javascript:y">x</a> -- <em>z</em></p>\n',
    );
  });

  it('reads a file, and refuses one that is not there', () => {
    assert.match(run(['markdown', 'README.md']).stdout, /^<h1>Unclench<\/h1>\n/);
    const result = run(['markdown', 'nowhere.md']);
    assert.equal(result.status, 2);
    assert.match(result.stderr, /^error: cannot read 'nowhere\.md'/);
  });
});

describe('unclench completion', () => {
  const has = (shell) => spawnSync(shell, ['-c', 'true']).status === 0;

  /** What bash offers for the last word. */
  function offered(...words) {
    const script =
      'source <("$PROGRAM" completion bash); COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); ' +
      '_unclench; printf "%s\\n" "${COMPREPLY[@]}"';
    const result = spawnSync('bash', ['-c', script, 'bash', 'unclench', ...words], {
      encoding: 'utf8',
      env: { ...process.env, PROGRAM },
    });
    assert.equal(result.stderr, '');
    return result.stdout.split('\n').filter((word) => word !== '');
  }

  it('offers commands, options, choices, folders and files in bash', () => {
    assert.deepEqual(offered('b'), ['build']);
    assert.ok(offered('').includes('completion'));
    assert.deepEqual(offered('build', '--f'), ['--format']);
    assert.deepEqual(offered('build', '--format', ''), ['text', 'json', 'github']);
    assert.deepEqual(offered('build', '--format', '=', 'j'), ['json']);
    // Where `=` does not part words, the option stands before each offer.
    assert.deepEqual(offered('build', '--format=j'), ['--format=json']);
    assert.deepEqual(offered('build', '--content=cont'), ['--content=content']);
    assert.deepEqual(offered('new', ''), KINDS);
    assert.deepEqual(offered('new', '--content', 'x', 'ex'), ['exercise']);
    assert.deepEqual(offered('new', 'page', ''), []);
    assert.deepEqual(offered('explain', 'raw'), ['raw-html']);
    assert.deepEqual(offered('build', '--content', 'cont'), ['content']);
    assert.deepEqual(offered('markdown', 'READ'), ['README.md']);
    assert.deepEqual(offered('build', '--drafts', '--thr'), ['--threads']);
  });

  it('offers every option that the help of a command names', () => {
    const commands = [...run(['--help']).stdout.matchAll(/^ {2}([a-z]+) {2,}/gm)];
    for (const [, command] of commands) {
      const help = run([command, '--help']).stdout;
      const options = [...help.matchAll(/^ {2}(-\S+)/gm)].flatMap(([, names]) => names.split(','));
      assert.deepEqual(offered(command, '-').sort(), options.sort(), command);
    }
  });

  it('offers the same in fish', { skip: !has('fish') }, () => {
    const ask = (line) =>
      spawnSync('fish', ['-c', `${PROGRAM} completion fish | source; complete -C '${line}'`], {
        encoding: 'utf8',
      })
        .stdout.trimEnd()
        .split('\n')
        .map((offer) => offer.split('\t')[0]);
    assert.deepEqual(ask('unclench bu'), ['build']);
    assert.deepEqual(ask('unclench build --format ').sort(), ['github', 'json', 'text']);
    assert.deepEqual(ask('unclench build --format=j'), ['--format=json']);
    assert.deepEqual(ask('unclench new ').sort(), [...KINDS].sort());
    assert.deepEqual(ask('unclench build --content cont'), ['content/']);
  });

  it('is valid zsh', { skip: !has('zsh') }, () => {
    const script =
      'autoload -U compinit; compinit -D -u; source <("$PROGRAM" completion zsh); ' +
      'print $_comps[unclench]';
    const result = spawnSync('zsh', ['-f', '-c', script], {
      encoding: 'utf8',
      env: { ...process.env, PROGRAM },
    });
    assert.equal(result.stderr, '');
    assert.equal(result.stdout, '_unclench\n');
  });

  it('refuses a shell that it does not know', () => {
    assert.match(
      run(['completion', 'powershell']).stderr,
      /'powershell' is not known; use one of: bash, zsh, fish/,
    );
  });
});
