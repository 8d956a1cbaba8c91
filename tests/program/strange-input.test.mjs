// Files that nobody should have, and disks that fail: a clear message, a code of failure, and the
// last good site as it was.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { after, afterEach, before, describe, it } from 'node:test';
import { EditionOnDisk } from './edition-on-disk.mjs';

const LARGE = 100 * 2 ** 20; // bytes
const QUICK = 5_000; // milliseconds, on a busy machine
const IS_ROOT = process.getuid?.() === 0;
const FRONT = '---\ntitle: Strange\nsummary: A page.\n---\n\n';

let edition;
let good;
let undo = [];

before(() => {
  edition = new EditionOnDisk();
  const result = edition.build();
  assert.equal(result.status, 0, result.stderr);
  good = edition.site();
});
after(() => edition.remove());
afterEach(() => {
  for (const step of undo.reverse()) step();
  undo = [];
});

// Puts a file there until the end of the test.
function put(name, bytes) {
  edition.write(name, bytes);
  undo.push(() => rmSync(edition.path(name), { force: true }));
}

function change(name, bytes) {
  const before = readFileSync(edition.path(name));
  edition.write(name, bytes);
  undo.push(() => writeFileSync(edition.path(name), before));
}

function quickly(work) {
  const start = performance.now();
  const result = work();
  const time = performance.now() - start;
  assert.ok(time < QUICK, `took ${time.toFixed()} ms`);
  return result;
}

function refuses(...messages) {
  const result = quickly(() => edition.build());
  assert.equal(result.signal, null, result.stderr.slice(0, 2000));
  assert.equal(result.status, 1, result.stderr.slice(0, 2000));
  for (const message of messages) assert.match(result.stderr, message);
  assert.doesNotMatch(result.stderr, /[\x00-\x08\x0b-\x1f\x7f]/); // nothing for the terminal
  assert.equal(edition.site(), good);
  return result.stderr;
}

function accepts() {
  const result = quickly(() => edition.build());
  assert.equal(result.stderr, '');
  assert.equal(result.status, 0);
  undo.unshift(() => assert.equal(edition.build().status, 0));
}

describe('texts', () => {
  it('that are not UTF-8 are refused with the line up to there', () => {
    put('content/pages/strange.md', Buffer.from(`${FRONT}Über caf\xe9 x\n`, 'latin1'));
    refuses(
      /strange\.md:6:1: error: this byte is not UTF-8 text \[not-utf8\]\n {2}\ufffd\n {2}\^\n/,
    );
    put(
      'content/pages/strange.md',
      Buffer.concat([Buffer.from(`${FRONT}Über caf`), Buffer.from([0xe9]), Buffer.from(' x\n')]),
    );
    refuses(/strange\.md:6:9: error: this byte .*\n {2}Über caf\ufffd\n {10}\^\n/);
  });

  it('may have a byte order mark and any line breaks, and columns are right', () => {
    const page = (text) => `\ufeff${FRONT}${text}`;
    for (const lineBreak of ['\r\n', '\r']) {
      put('content/pages/strange.md', page('Well.\n').replaceAll('\n', lineBreak));
      accepts();
      edition.build();
      put('content/pages/strange.md', page('ä [x](nowhere)\n').replaceAll('\n', lineBreak));
      const result = edition.build();
      assert.match(result.stderr, /strange\.md:6:7: error: 'nowhere' is not an address/);
    }
    put('content/pages/strange.md', '\ufeff---\ntitle: Strange\nsumary: A\n---\n');
    assert.match(edition.build().stderr, /strange\.md:3:1: error: .*'sumary'/);
  });

  it('with a NUL are refused at its place', () => {
    put('content/pages/strange.md', `${FRONT}a\0b\n`);
    refuses(/strange\.md:6:2: error: this is a NUL character and no text/);
  });

  it('in YAML with tabs are refused at the tab', () => {
    put('content/pages/strange.md', '---\ntitle: A\n\tsummary: B\n---\n');
    refuses(/strange\.md:3:1: error: .*\[yaml-syntax\]\n {2}\tsummary: B\n {2}\^/);
  });

  it('of a hundred megabytes are refused before they are read', () => {
    for (const name of ['content/pages/strange.md', 'content/data/strange.yaml']) {
      put(name, FRONT);
      truncateSync(edition.path(name), LARGE);
    }
    refuses(/strange\.md:.* this text has 100 MB \[too-large\]/, /strange\.yaml:.* 100 MB/);
    rmSync(edition.path('content/data'), { recursive: true });
  });

  it('may be empty or have front matter alone', () => {
    put('content/pages/empty.md', '');
    refuses(/empty\.md:1:1: error: the front matter is missing/);
    rmSync(edition.path('content/pages/empty.md'));
    put('content/pages/strange.md', FRONT.trim());
    accepts();
  });
});

describe('YAML', () => {
  const page = (yaml) => put('content/pages/strange.md', `---\n${yaml}\n---\n`);

  it('that is nested 10,000 deep is refused', () => {
    page(`title: ${'['.repeat(10_000)}${']'.repeat(10_000)}`);
    refuses(/strange\.md:2:\d+: error: nested too deeply/);
    page(Array.from({ length: 3_000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'));
    refuses(/nested too deeply/);
  });

  it('that grows by aliases is refused at its first anchor', () => {
    const lines = ['a: &a [x, x]'];
    for (let i = 1; i < 30; ++i) {
      const [name, last] = [String.fromCharCode(97 + i), String.fromCharCode(96 + i)];
      if (i < 26) lines.push(`${name}: &${name} [*${last}, *${last}, *${last}, *${last}]`);
    }
    page(lines.join('\n'));
    refuses(/strange\.md:2:4: error: anchors are not supported/);
  });

  it('with 100,000 words in a list is read in no time', () => {
    const words = Array.from({ length: 100_000 }, (_, i) => `word-${i}`);
    page(`title: Strange\nsummary: A page.\nkeywords: [${words.join(', ')}]`);
    accepts();
  });

  it('with 100,000 keys is read in no time', () => {
    put('content/data/many.yaml', Array.from({ length: 100_000 }, (_, i) => `k${i}: 1`).join('\n'));
    const result = quickly(() => edition.build());
    assert.equal(result.status, 0, result.stderr);
    rmSync(edition.path('content/data'), { recursive: true });
    assert.equal(edition.build().status, 0);
  });
});

describe('Markdown', () => {
  const page = (text) => put('content/pages/strange.md', FRONT + text);
  const many = 10_000;

  for (const [name, text] of [
    ['brackets', `${'['.repeat(many)}a${']'.repeat(many)}`],
    ['pictures', `${'!['.repeat(many)}a${'](/icon.svg)'.repeat(many)}`],
    ['links that do not end', '[a]('.repeat(many)],
    ['quotes', `${'>'.repeat(many)} a`],
    ['lists', `${'- '.repeat(many)}a`],
    ['emphasis', `${'*a _b '.repeat(many)}${'c_ d* '.repeat(many)}`],
    ['emphasis that does not end', '*a **b '.repeat(many)],
    ['code that does not end', Array.from({ length: 500 }, (_, i) => '`'.repeat(i)).join(' ')],
    ['headings of the same name', '### Same\n\n'.repeat(many)],
    ['blocks', '::: note\nx\n:::\n\n'.repeat(many)],
    ['unclosed HTML', '<a '.repeat(many)],
    ['entities', '&amp;&nope;'.repeat(many)],
    ['links with entities', '[a](/about/?b&amp;c) '.repeat(many)],
    ['links to one definition', `${'[a][b] '.repeat(many)}\n\n[b]: /nowhere/`],
    ['letters, hundreds of times over, in one link', `[a](/${'b'.repeat(400 * many)}/)`],
  ])
    it(`with 10,000 ${name} ends in time`, () => {
      page(`${text}\n`);
      const result = quickly(() => edition.build());
      assert.equal(result.signal, null);
      if (result.status !== 0) assert.match(result.stderr, /strange\.md:\d+:\d+: error: /);
      rmSync(edition.path('content/pages/strange.md'));
      assert.equal(edition.build().status, 0);
      assert.equal(edition.site(), good);
    });

  it('with thousands of errors has each of them reported', () => {
    page('[a](ftp:b)\n\n'.repeat(5_000) + '<b>\n\n'.repeat(5_000));
    assert.match(refuses(), /\n10000 errors\n$/);
  });
});

describe('templates', () => {
  const layout = () => edition.read('site/templates/layout.mustache');

  it('that end up in themselves are refused', () => {
    put('site/templates/_one.mustache', '{{>_two}}');
    put('site/templates/_two.mustache', '{{>_one}}');
    refuses(/_two\.mustache:1:1: error: this template ends up in itself/);
  });

  it('that multiply without end are refused', () => {
    for (let i = 0; i < 20; ++i)
      put(`site/templates/_grow${i}.mustache`, `{{>_grow${i + 1}}}x`.repeat(20));
    put('site/templates/_grow20.mustache', 'x');
    refuses(/_grow\d+\.mustache:1:\d+: error: this template is too large with all its partials/);
  });

  it('that are nested without end are refused', () => {
    change(
      'site/templates/layout.mustache',
      '{{#base}}'.repeat(50_000) + '{{/base}}'.repeat(50_000),
    );
    refuses(/layout\.mustache:1:\d+: error: sections and partials are nested too deeply here/);
  });

  it('may have 100,000 tags', () => {
    change('site/templates/not_found.mustache', '{{base}}\n'.repeat(100_000));
    accepts();
    change('site/templates/not_found.mustache', '{{bose}}\n'.repeat(100_000));
    assert.match(edition.build().stderr, /\n100000 errors\n$/);
    change('site/templates/layout.mustache', layout());
  });
});

describe('what lies in the folders', () => {
  it('may be links to files', () => {
    symlinkSync(edition.path('content/pages/about.md'), edition.path('content/pages/linked.md'));
    undo.push(() => rmSync(edition.path('content/pages/linked.md')));
    accepts();
  });

  it('must not be links in circles', () => {
    symlinkSync('round.md', edition.path('content/pages/round.md'));
    symlinkSync('..', edition.path('content/pages/up'));
    undo.push(() => ['round.md', 'up'].map((name) => rmSync(edition.path('content/pages', name))));
    refuses(
      /round\.md:1:1: error: cannot read this file: Too many levels of symbolic links/,
      /pages\/up:1:1: error: links to folders are not followed/,
    );
  });

  it('must be readable', () => {
    symlinkSync('nowhere.md', edition.path('content/pages/dangling.md'));
    undo.push(() => rmSync(edition.path('content/pages/dangling.md')));
    refuses(/dangling\.md:1:1: error: cannot read this file: No such file or directory/);
    if (IS_ROOT) return; // who may read everything
    chmodSync(edition.path('content/pages/about.md'), 0);
    undo.push(() => chmodSync(edition.path('content/pages/about.md'), 0o644));
    refuses(/about\.md:1:1: error: cannot read this file: Permission denied/);
  });

  it('must not be pipes or sockets, which never end', async () => {
    const pipe = edition.path('content/pages/pipe.md');
    assert.equal(spawnSync('mkfifo', [pipe]).status, 0);
    const socket = edition.path('content/pages/socket.md');
    const server = createServer();
    await new Promise((resolve) => server.listen(socket, () => resolve(undefined)));
    undo.push(() => rmSync(pipe));
    refuses(/pipe\.md:1:1: error: cannot read this file/, /socket\.md:1:1: error: cannot read/);
    await new Promise((resolve) => server.close(resolve));
  });

  it('must have names that can be addresses', () => {
    const names = [
      'a\nb.md',
      'a\x1b[31mb.md',
      `a"b'c.md`,
      'a b.md',
      'Ä.md',
      `${'x'.repeat(252)}.md`,
    ];
    for (const name of names.slice(0, 5)) put(`content/pages/${name}`, FRONT);
    const text = refuses(/a\?b\.md:1:1: error: the file name 'a\?b' cannot be an address/);
    assert.equal(text.match(/cannot be an address/g).length, 5);
    undo.reverse().forEach((step) => step());
    undo = [];
    put(`content/pages/${names[5]}`, FRONT);
    accepts();
  });
});

describe('names that are not UTF-8', () => {
  for (const name of ['content/sources/\xff.md', 'content/exercises/\xff', 'site/static/\xff.bin'])
    it(`are told: ${name.replace('\xff', '?')}`, () => {
      const path = Buffer.from(edition.path(name), 'latin1');
      writeFileSync(path, FRONT);
      undo.push(() => rmSync(path, { force: true }));
      refuses(/\ufffd(\.md|\.bin)?:1:1: error: this name is not UTF-8/);
      const folders = ['content', 'site', 'web'].flatMap((part) => [
        `--${part}`,
        edition.path(part),
      ]);
      for (const args of [
        ['list', '--format', 'json', ...folders.slice(0, 2)],
        ['check', '--external', ...folders],
        ['check', '--format', 'json', ...folders],
      ]) {
        const result = spawnSync(edition.program, args, { encoding: 'utf8' });
        assert.equal(result.signal, null, args.join(' '));
        if (args.includes('json')) JSON.parse(result.stdout);
      }
    });
});

describe('the output', () => {
  const change_something = () => put('content/pages/strange.md', FRONT);

  it('must be ours', () => {
    edition.write('foreign/thesis.txt', 'years of work');
    const result = edition.build({ output: edition.path('foreign') });
    assert.equal(result.status, 1);
    assert.match(result.stderr, /holds something other than a site of this program/);
    assert.deepEqual(readdirSync(edition.path('foreign')), ['thesis.txt']);
  });

  it('must not lie in what the site is made from', () => {
    for (const name of ['content/pages/out', 'content', 'site/static/out', 'web/out']) {
      const result = edition.build({ output: edition.path(name) });
      assert.equal(result.status, 2, name);
      assert.match(result.stderr, /^error: '.*' lies in '.*', which the site is made from; name /);
    }
    accepts();
  });

  it('takes the place of no file that is not HTML', () => {
    const about = edition.read('content/pages/about.md');
    const run = (...args) =>
      spawnSync(edition.program, args, { encoding: 'utf8', cwd: edition.folder });
    for (const args of [
      ['build', '--web', 'web', '--single-file', 'content/pages/about.md'],
      ['build', '--web', 'web', '--single-file', ''],
      ['figures', '--sheet', 'content/pages/about.md'],
    ]) {
      const result = run(...args);
      assert.equal(result.status, 2, args.join(' '));
      assert.match(result.stderr, /does not end in \.html|is empty/);
    }
    assert.equal(edition.read('content/pages/about.md'), about);
  });

  it('is drawn anew where a picture of it was spoilt', (test) => {
    const folder = edition.path('out/share');
    if (!existsSync(folder)) return test.skip('this program draws no pictures');
    for (const name of readdirSync(folder).slice(0, 2)) writeFileSync(`${folder}/${name}`, 'x');
    assert.equal(edition.build().status, 0);
    assert.equal(edition.site(), good);
  });

  it('that cannot be printed is a failure', () => {
    const full = openSync('/dev/full', 'w');
    const result = spawnSync(edition.program, ['check', '--format', 'json', '--web', 'web'], {
      encoding: 'utf8',
      cwd: edition.folder,
      stdio: ['ignore', full, 'pipe'],
    });
    closeSync(full);
    assert.equal(result.status, 1);
    assert.match(result.stderr, /could not be written/);
  });

  it('may lie in a folder that is not there yet', () => {
    const output = edition.path('not/there/yet');
    assert.equal(edition.build({ output }).status, 0);
    assert.deepEqual(readdirSync(output).sort(), readdirSync(edition.path('out')).sort());
  });

  it('cannot stand below a file', () => {
    edition.write('file', 'x');
    const result = edition.build({ output: edition.path('file/out') });
    assert.equal(result.status, 1);
    assert.match(result.stderr, /^error: .*(Not a directory|something other)/);
  });

  // As root a mount that cannot be written to; else permissions do.
  it('stays when its folder cannot be written to', (test) => {
    change_something();
    const folder = edition.path('locked');
    mkdirSync(folder);
    const output = `${folder}/out`;
    assert.equal(edition.build({ output }).status, 0);
    const before = edition.site(output);
    if (IS_ROOT) {
      const mounted = spawnSync('mount', ['--bind', folder, folder]).status === 0;
      if (!mounted) return test.skip('root may write everywhere, and nothing can be mounted');
      undo.push(() => spawnSync('umount', [folder]));
      spawnSync('mount', ['-o', 'remount,bind,ro', folder]);
      test.diagnostic('with a mount that is read-only');
    } else {
      chmodSync(folder, 0o555);
      undo.push(() => chmodSync(folder, 0o755));
      test.diagnostic('with permissions');
    }
    appendFileSync(edition.path('content/pages/strange.md'), 'More.\n');
    const result = edition.build({ output });
    assert.equal(result.status, 1);
    assert.match(
      result.stderr,
      /^error: cannot create .*: (Read-only file system|Permission denied)\n$/,
    );
    assert.equal(edition.site(output), before);
  });

  function kilobytesOfSite() {
    const whole = edition.path('whole');
    assert.equal(edition.build({ output: whole }).status, 0);
    const used = Number(
      spawnSync('du', ['-sk', whole], { encoding: 'utf8' }).stdout.split('\t')[0],
    );
    rmSync(whole, { recursive: true });
    return used;
  }

  it('stays when the disk is full', (test) => {
    const folder = edition.path('small');
    mkdirSync(folder);
    const output = `${folder}/out`;
    const size = `size=${kilobytesOfSite() + 600}k`; // not enough for the large page below
    const mounted =
      IS_ROOT && spawnSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', folder]).status === 0;
    if (mounted) undo.push(() => spawnSync('umount', [folder]));
    test.diagnostic(mounted ? 'with a small disk' : 'with a limit on the size of files');
    assert.equal(edition.build({ output }).status, 0);
    const before = edition.site(output);
    if (mounted) writeFileSync(`${folder}/other`, Buffer.alloc(200_000));
    put('content/pages/strange.md', `${FRONT}${'many words '.repeat(90_000)}\n`);
    const limited = ['-c', 'ulimit -f 500; trap "" XFSZ; exec "$0" "$@"'];
    const [program, ...rest] = [edition.program, ...edition.arguments(output)];
    const result = spawnSync(
      'bash',
      [...(mounted ? ['-c', 'exec "$0" "$@"'] : limited), program, ...rest],
      {
        encoding: 'utf8',
      },
    );
    assert.equal(result.status, 1, result.stderr);
    assert.match(
      result.stderr,
      /^error: cannot write .*: (No space left on device|File too large)\n$/,
    );
    assert.equal(edition.site(output), before);
    const left = readdirSync(folder).filter((name) => !['out', 'other'].includes(name));
    assert.deepEqual(left, []);
  });
});
