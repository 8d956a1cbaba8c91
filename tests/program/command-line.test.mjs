// The built program as a person calls it.
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
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';

const PROGRAM = join(process.cwd(), 'build/release/unclench');

function run(args, options = {}) {
  return spawnSync(PROGRAM, args, { encoding: 'utf8', ...options });
}

describe('unclench build', () => {
  it('draws previews of links once, and takes them again', () => {
    const folder = mkdtempSync(join(tmpdir(), 'unclench-'));
    const build = () => {
      const result = run(['build', '--output', join(folder, 'site')]);
      assert.equal(result.status, 0, result.stderr);
      return readdirSync(join(folder, 'site/share'));
    };
    const names = build();
    const bridge = join(
      folder,
      'site/share',
      names.find((name) => name.startsWith('bridge-')),
    );
    const png = readFileSync(bridge);
    assert.equal(png.subarray(1, 4).toString(), 'PNG');
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [1200, 630]);
    assert.equal(png[24], 8);
    const other = Buffer.from(png);
    other[other.length >> 1] ^= 1;
    writeFileSync(bridge, other);
    assert.deepEqual(build(), names);
    assert.deepEqual(readFileSync(bridge), other);
    writeFileSync(bridge, png.subarray(0, -5)); // not whole
    assert.deepEqual(build(), names);
    assert.deepEqual(readFileSync(bridge), png);
    rmSync(folder, { recursive: true });
  });
});

describe('unclench plan', () => {
  const valid = ['plan', '--stage', 'sore', '--minutes', '10', '--surface', 'floor,bed'];

  it('prints a routine as text and as JSON', () => {
    const text = run(valid);
    assert.equal(text.status, 0);
    assert.match(text.stdout, /^\d+:\d\d minutes, /);
    const json = run([...valid, '--format', 'json']);
    assert.equal(JSON.parse(json.stdout).status, 'optimal');
  });

  it('reads a request from a file, from standard input, and lets options take precedence', () => {
    const request = '{"stage":"spasm","minutes":8,"surfaces":["floor"]}';
    const folder = mkdtempSync(join(tmpdir(), 'unclench-'));
    writeFileSync(join(folder, 'request.json'), request);
    const fromFile = run(['plan', '--request', join(folder, 'request.json'), '--format', 'json']);
    const fromInput = run(['plan', '--request', '-', '--format', 'json'], { input: request });
    const changed = run(['plan', '--request', '-', '--stage', 'well', '--format', 'json'], {
      input: request,
    });
    rmSync(folder, { recursive: true });
    assert.equal(fromFile.status, 0);
    assert.equal(fromFile.stdout, fromInput.stdout);
    assert.notEqual(changed.stdout, fromInput.stdout);
  });

  for (const [title, args, message] of [
    [
      'an unknown stage',
      ['--stage', 'sor', '--minutes', '10', '--surface', 'floor'],
      "error: stage: 'sor' is not known; did you mean 'sore'?\n",
    ],
    [
      'minutes that are no number',
      ['--stage', 'sore', '--minutes', 'ten', '--surface', 'floor'],
      "error: minutes: is 'ten'; it must be a whole number from 1 to 60\n",
    ],
    [
      'minutes out of range',
      ['--stage', 'sore', '--minutes', '0', '--surface', 'floor'],
      'error: minutes: is 0; it must be a whole number from 1 to 60\n',
    ],
    [
      'an unknown surface',
      ['--stage', 'sore', '--minutes', '10', '--surface', 'flor'],
      "error: surfaces: 'flor' is not known; did you mean 'floor'?\n",
    ],
    [
      'an unknown condition',
      ['--stage', 'sore', '--minutes', '10', '--surface', 'floor', '--condition', 'disk'],
      "error: conditions: 'disk' is not known; did you mean 'disc'?\n",
    ],
    [
      'an unknown exercise',
      ['--stage', 'sore', '--minutes', '10', '--surface', 'floor', '--include', 'brigde'],
      "error: include: 'brigde' is not known; did you mean 'bridge'?\n",
    ],
  ]) {
    it(`refuses ${title} with the field's name, code 2 and nothing on standard output`, () => {
      const result = run(['plan', ...args]);
      assert.equal(result.status, 2);
      assert.equal(result.stdout, '');
      assert.equal(result.stderr, message);
    });
  }

  it('names every missing field at once', () => {
    const result = run(['plan']);
    assert.equal(result.status, 2);
    assert.deepEqual(
      result.stderr
        .trim()
        .split('\n')
        .map((line) => line.split(':')[1].trim()),
      ['stage', 'minutes', 'surfaces'],
    );
  });

  it('refuses a request that is no file', () => {
    const result = run(['plan', '--request', '/']);
    assert.equal(result.status, 2);
    assert.equal(result.stdout, '');
    assert.equal(result.stderr.split('\n')[0], "error: request: cannot read '/'");
  });

  it('says only that a request is no JSON object, when it is none', () => {
    const result = run(['plan', '--request', '-'], { input: '[]' });
    assert.equal(result.status, 2);
    assert.equal(result.stderr, 'error: request: must be a JSON object\n');
  });

  it('knows the option that was meant, and says what has no use', () => {
    for (const [args, said] of [
      [['build', '--outptu', 'x'], "there is no option '--outptu'; did you mean '--output'?"],
      [['--versio'], "there is no option '--versio'; did you mean '--version'?"],
      [['new', '--titel', 'x'], "there is no option '--titel'; did you mean '--title'?"],
      [['build', 'here'], "there is no use for 'here'"],
      [['build', '--output', ''], '--output: its value is empty'],
      [['check', '--base-url', ''], '--base-url: its value is empty'],
      [['check', '--today', ''], '--today: its value is empty'],
    ]) {
      const result = run(args);
      assert.equal(result.status, 2);
      assert.equal(result.stderr.split('\n')[0], `error: ${said}`);
    }
  });

  it('refuses an unknown option', () => {
    const result = run([...valid, '--colour', 'blue']);
    assert.equal(result.status, 2);
    assert.equal(result.stdout, '');
  });
});

describe('unclench build', () => {
  let folder;
  const output = () => join(folder, 'out');
  const build = (...more) =>
    run(['build', '--output', output(), '--content', join(folder, 'content'), ...more]);

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'unclench-'));
    cpSync('content', join(folder, 'content'), { recursive: true });
  });
  after(() => rmSync(folder, { recursive: true }));

  it('leaves the last good site as it was when the content has errors', () => {
    assert.equal(build().status, 0);
    const before = readFileSync(join(output(), 'index.html'), 'utf8');
    const page = join(folder, 'content/exercises/bridge.md');
    const sound = readFileSync(page, 'utf8');
    writeFileSync(page, sound.replace('posture: supine', 'posture: suppine'));
    const failed = build();
    writeFileSync(page, sound);
    assert.equal(failed.status, 1);
    assert.match(
      failed.stderr,
      /bridge\.md:7:10: error: 'suppine' is not a posture \[unknown-word\]\n {2}posture: suppine\n {2} {9}\^~~~~~~\n {2}help: did you mean 'supine'\?\n1 error\n$/,
    );
    assert.equal(readFileSync(join(output(), 'index.html'), 'utf8'), before);
    assert.deepEqual(readdirSync(folder).sort(), ['content', 'out']);
  });

  it('does not touch a folder that is no site of its own', () => {
    const foreign = join(folder, 'foreign');
    mkdirSync(foreign);
    writeFileSync(join(foreign, 'thesis.txt'), 'years of work');
    const result = run(['build', '--output', foreign]);
    assert.equal(result.status, 1);
    assert.match(result.stderr, /holds something other than a site/);
    assert.deepEqual(readdirSync(foreign), ['thesis.txt']);
    rmSync(foreign, { recursive: true });
  });

  it('writes the same bytes twice', () => {
    const read = () =>
      readdirSync(output(), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => entry.name + readFileSync(join(entry.path, entry.name), 'base64'))
        .sort();
    build();
    const first = read();
    build();
    assert.deepEqual(read(), first);
  });

  it('honours the base address in every link, asset, the manifest and the worker', () => {
    const result = build('--base-url', 'https://host.example/sub/path');
    assert.equal(result.status, 0);
    const home = readFileSync(join(output(), 'index.html'), 'utf8');
    for (const [, address] of home.matchAll(/ (?:href|src)="(\/[^"]*)"/g))
      assert.ok(address.startsWith('/sub/path/'), address);
    assert.match(home, /<link rel="canonical" href="https:\/\/host\.example\/sub\/path\/">/);
    assert.match(home, /data-worker="\/sub\/path\/sw\.js" data-scope="\/sub\/path\/"/);
    const manifest = JSON.parse(readFileSync(join(output(), 'manifest.webmanifest'), 'utf8'));
    assert.equal(manifest.start_url, '/sub/path/');
    assert.equal(manifest.scope, '/sub/path/');
    assert.equal(build('--base-url', 'host.example').status, 2);
  });
});

describe('unclench build --single-file', () => {
  let folder;
  const file = () => join(folder, 'all.html');
  const build = (...more) => run(['build', '--single-file', file(), ...more]);

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'unclench-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  it('writes one file, says how large it is, and writes nothing else', () => {
    const result = build();
    assert.equal(result.stderr, '');
    assert.equal(result.status, 0);
    const bytes = readFileSync(file());
    const said = /^Built (.+): (\d+) bytes, (\d+) with gzip\.\n$/.exec(result.stdout);
    assert.ok(said, result.stdout);
    assert.equal(said[1], file());
    assert.equal(Number(said[2]), bytes.length);
    const packed = gzipSync(bytes, { level: 9 }).length;
    assert.ok(Math.abs(Number(said[3]) - packed) < packed / 100);
    assert.deepEqual(readdirSync(folder), ['all.html']);
  });

  it('names no other file in it, wherever the site is published', () => {
    build('--base-url', 'https://host.example/sub/path');
    const html = readFileSync(file(), 'utf8');
    for (const [, address] of html.matchAll(/ (?:href|src)="([^"]*)"/g))
      assert.match(address, /^(#|data:|https?:|tel:)/);
    assert.equal(/.{0,60}(host\.example|\/sub\/path).{0,60}/.exec(html)?.[0], undefined);
    build();
    assert.equal(readFileSync(file(), 'utf8'), html);
  });

  it('leaves the last good file as it was when something is missing', () => {
    build();
    const before = readFileSync(file(), 'utf8');
    const web = join(folder, 'web');
    cpSync('build/web', web, { recursive: true });
    rmSync(join(web, 'single-file.js'));
    const result = build('--web', web);
    assert.equal(result.status, 1);
    assert.equal(result.stdout, '');
    assert.match(
      result.stderr,
      /^error: .*single-file\.js: this file has not been built; run \.\/dev build\n$/,
    );
    assert.equal(readFileSync(file(), 'utf8'), before);
    rmSync(web, { recursive: true });
  });

  it('is written instead of a folder, not besides', () => {
    const result = build('--output', join(folder, 'out'));
    assert.equal(result.status, 2);
    assert.equal(existsSync(join(folder, 'out')), false);
  });

  it('leaves standard output to the JSON that was asked for', () => {
    const result = build('--format', 'json');
    assert.equal(result.status, 0);
    assert.deepEqual(JSON.parse(result.stdout), []);
  });

  it('does not take the place of a folder', () => {
    const named = join(folder, 'named.html');
    mkdirSync(named);
    const result = run(['build', '--single-file', named]);
    rmSync(named, { recursive: true });
    assert.equal(result.status, 1);
    assert.match(result.stderr, /is not a file; name another one/);
  });
});

describe('unclench check', () => {
  const here = process.cwd();
  const places = ['--site', join(here, 'site'), '--web', join(here, 'build/web')];
  const small = ['--content', join(here, 'tests/cases/mini/content')];
  small.push('--site', join(here, 'tests/cases/mini/site'));

  it('finds nothing to mend in the content and writes nothing', () => {
    const folder = mkdtempSync(join(tmpdir(), 'unclench-'));
    const result = run(['check', '--content', join(here, 'content'), ...places], { cwd: folder });
    assert.equal(result.stderr, '');
    assert.match(result.stdout, /^No errors; the site would have \d+ files\.\n$/);
    assert.equal(result.status, 0);
    assert.deepEqual(readdirSync(folder), []);
    rmSync(folder, { recursive: true });
  });

  it('counts the files that a build writes, and finds an icon that cannot be drawn', () => {
    const folder = mkdtempSync(join(tmpdir(), 'unclench-'));
    cpSync('tests/cases/mini/site', join(folder, 'site'), { recursive: true });
    cpSync('tests/cases/mini/content', join(folder, 'content'), { recursive: true });
    const web = ['--web', join(here, 'build/web')];
    const count = (result) => /(\d+) files/.exec(result.stdout)[1];
    const checked = run(['check', ...web], { cwd: folder });
    const built = run(['build', ...web], { cwd: folder });
    assert.equal(count(checked), count(built));
    writeFileSync(join(folder, 'site/static/icon.svg'), '<svg width="2" height="2"><path');
    for (const command of ['check', 'build'])
      assert.match(run([command, ...web], { cwd: folder }).stderr, /icon\.svg.*cannot be drawn/);
    rmSync(folder, { recursive: true });
  });

  it('fails for warnings only when it is strict', () => {
    const nothing = run(['check', ...small, '--strict']);
    assert.equal(nothing.stderr, '');
    assert.equal(nothing.status, 0);
    const advised = run(['check', ...small, '--pedantic']);
    assert.match(
      advised.stderr,
      / warning: 1 of 1 caution without a source \[unsourced-caution\]\n/,
    );
    assert.match(advised.stderr, /\n1 warning\n$/);
    assert.equal(advised.status, 0);
    const strict = run(['check', ...small, '--pedantic', '--strict']);
    assert.equal(strict.stderr, advised.stderr);
    assert.equal(strict.stdout, '');
    assert.equal(strict.status, 1);
  });

  it('says in every format what is a warning', () => {
    const json = run(['check', ...small, '--pedantic', '--format', 'json']);
    assert.deepEqual(
      JSON.parse(json.stdout).map(({ severity }) => severity),
      ['warning'],
    );
    assert.match(
      run(['check', ...small, '--pedantic', '--format', 'github']).stdout,
      /^::warning /,
    );
  });

  it('advises nothing when it lists links, and neither does build', () => {
    assert.equal(run(['check', ...small, '--pedantic', '--external']).stderr, '');
    const folder = mkdtempSync(join(tmpdir(), 'unclench-'));
    const output = join(folder, 'site');
    const built = run(['build', '--content', join(here, 'content'), ...places, '--output', output]);
    assert.equal(built.stderr, '');
    rmSync(folder, { recursive: true });
  });

  it('knows the day, or is told', () => {
    const folder = mkdtempSync(join(tmpdir(), 'unclench-'));
    cpSync('tests/cases/mini', folder, { recursive: true });
    const page = join(folder, 'content/pages/help.md');
    const head = '---\nreviewed: 2020-01-31\nreviewed_by: A. Clinician\n';
    writeFileSync(page, readFileSync(page, 'utf8').replace('---\n', head));
    const check = (...more) =>
      run(['check', '--web', join(here, 'build/web'), ...more], { cwd: folder }).stderr;
    assert.match(check(), / \[old-review\]\n/);
    assert.equal(check('--today', '2022-01-31'), '');
    assert.match(check('--today', '2022-02-01'), / \[old-review\]\n/);
    assert.equal(
      check('--today', 'soon'),
      "error: --today must be a date like 2026-11-21, not 'soon'\n",
    );
    rmSync(folder, { recursive: true });
  });
});
