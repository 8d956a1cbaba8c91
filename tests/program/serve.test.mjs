// `unclench serve` over HTTP, while files change under it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { ServedEdition } from './served-edition.mjs';

const PAGE = 'content/exercises/bridge.md';
const BROKEN = ['posture: supine', 'posture: suppine'];

/** Asks with the address and the headers exactly as given; fetch would tidy them. */
function ask(base, path, headers = {}, method = 'GET') {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, headers, method, agent: false }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () =>
        resolve({
          status: response.statusCode,
          headers: response.headers,
          body: Buffer.concat(parts),
        }),
      );
    })
      .on('error', reject)
      .end();
  });
}

async function until(news, matches) {
  for (;;) {
    const { value, done } = await news.next();
    assert.ok(!done, 'the news ended');
    if (matches(value)) return value;
  }
}

describe('unclench serve', () => {
  let edition;
  before(async () => {
    edition = await new ServedEdition().start();
  });
  after(() => edition.remove());

  it('adds its script to pages, and lets nothing be stored', async () => {
    const { status, headers, body } = await ask(edition.address, '/exercises/bridge/');
    assert.equal(status, 200);
    assert.equal(headers['cache-control'], 'no-store');
    assert.equal(headers['content-type'], 'text/html; charset=utf-8');
    const script = /<script src="\/_unclench\/reload\.js"[^>]*><\/script><\/body>/;
    assert.match(String(body), script);
    assert.doesNotMatch(edition.read('output/exercises/bridge/index.html'), /_unclench/);
    assert.ok(!readdirSync(edition.path('output'), { recursive: true }).join().includes('reload'));
    assert.equal((await ask(edition.address, '/_unclench/reload.js')).status, 200);
  });

  it('takes the next port when its own is in use, and says so', async () => {
    const { port } = new URL(edition.address);
    const second = new ServedEdition();
    second.port = Number(port);
    await second.start();
    assert.match(
      second.output,
      new RegExp(`^Port ${port} is in use; taking \\d+ instead\\.$`, 'm'),
    );
    assert.ok(Number(new URL(second.address).port) > Number(port));
    assert.equal((await ask(second.address, '/')).status, 200);
    await second.remove();
  });

  it('answers only GET and HEAD, and goes on after a body', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']) {
      const response = await ask(edition.address, '/', {}, method);
      assert.equal(response.status, 405, method);
      assert.equal(response.headers.allow, 'GET, HEAD');
    }
    const posted = await fetch(edition.address, { method: 'POST', body: 'text' });
    assert.equal(posted.status, 405);
    assert.equal((await fetch(edition.address)).status, 200);
    const head = await ask(edition.address, '/', {}, 'HEAD');
    assert.equal(head.status, 200);
    assert.equal(head.body.length, 0);
    assert.ok(Number(head.headers['content-length']) > 1000);
  });

  it('refuses the names of other hosts, and says why', async () => {
    for (const host of ['evil.example', 'localhost.evil.example:80', '127.0.0.1.nip.io', '[::2]'])
      assert.equal((await ask(edition.address, '/', { host })).status, 403, host);
    const refused = await ask(edition.address, '/', { host: 'evil.example' });
    assert.match(String(refused.body), /answers only to localhost/);
    for (const host of ['localhost', 'LOCALHOST:1', '127.0.0.1:80', '[::1]', '[::1]:80'])
      assert.equal((await ask(edition.address, '/', { host })).status, 200, host);
  });

  it('finds nothing at addresses that lead elsewhere', async () => {
    for (const path of [
      '/../../etc/passwd',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/assets/..%2f..%2f..%2fetc/passwd',
      '/index.html%00.css',
      '//etc/passwd',
      '/%',
      '/%zz',
    ])
      assert.equal((await ask(edition.address, path)).status, 404, path);
    assert.equal((await ask(edition.address, `/${'x'.repeat(20_000)}`)).status, 414);
  });

  it('finds folders without their slash and pages without their extension', async () => {
    const folder = await ask(edition.address, '/exercises?a=b');
    assert.equal(folder.status, 301);
    assert.equal(folder.headers.location, '/exercises/?a=b');
    const missing = await ask(edition.address, '/404');
    assert.equal(missing.status, 200);
    assert.match(String(missing.body), /<h1/);
  });

  it('answers while a hundred pages wait for news', async () => {
    const streams = Array.from({ length: 100 }, () => edition.news());
    await Promise.all(streams.map((stream) => stream.next()));
    assert.equal((await ask(edition.address, '/')).status, 200);
    await Promise.all(streams.map((stream) => stream.return()));
  });
});

describe('unclench serve, while files change', () => {
  let edition;
  let news;
  before(async () => {
    edition = await new ServedEdition().start();
    news = edition.news();
    await news.next();
  });
  after(() => edition.remove());

  const changed = (file) => until(news, (one) => file in one.changed && !one.problems.length);

  it('builds after a save by renaming, and names the page that changed', async () => {
    edition.replace(PAGE, 'title: ', 'title: New ');
    const { changed: files, build } = await changed('exercises/bridge/index.html');
    assert.equal(files['exercises/bridge/index.html'], build);
    assert.ok(!('exercises/cat-camel/index.html' in files));
    await edition.printed(/^Rebuilt in \d+ ms: \d+ files changed\.$/m);
    assert.match(String((await ask(edition.address, '/exercises/bridge/')).body), /New /);
  });

  it("builds once after vim's way to save, and not for editors' own files", async () => {
    const { value: start } = await edition.news().next();
    const text = edition.read(PAGE);
    edition.write('content/exercises/4913', '');
    rmSync(edition.path('content/exercises/4913'));
    edition.write('content/exercises/.bridge.md.swp', 'swap');
    edition.write('content/exercises/#bridge.md#', 'emacs');
    symlinkSync('user@host.1', edition.path('content/exercises/.#bridge.md'));
    renameSync(edition.path(PAGE), edition.path(`${PAGE}~`));
    edition.write(PAGE, text.replace('title: New ', 'title: Newer '));
    rmSync(edition.path(`${PAGE}~`));
    const { build, problems } = await until(news, (one) => one.build > start.build);
    assert.deepEqual(problems, []);
    assert.equal(build, start.build + 1);
    assert.match(String((await ask(edition.address, '/exercises/bridge/')).body), /Newer /);
  });

  it('sees files that are put in their place by a link', async () => {
    const page = 'content/guides/linked.md';
    edition.write('content/guides/.new', edition.read('content/guides/floor.md'));
    edition.signal('SIGSTOP'); // as on a busy machine
    linkSync(edition.path('content/guides/.new'), edition.path(page));
    rmSync(edition.path('content/guides/.new'));
    edition.signal('SIGCONT');
    await changed('guides/linked/index.html');
    rmSync(edition.path(page));
    await changed('guides/linked/index.html');
  });

  it('shows the errors of broken content, keeps the last sound site, and mends', async () => {
    edition.replace(PAGE, ...BROKEN);
    const { problems } = await until(news, (one) => one.problems.length > 0);
    assert.equal(problems.length, 1);
    const { path, line, column, length, message, help, line_text } = problems[0];
    assert.ok(path.endsWith('exercises/bridge.md'));
    assert.deepEqual(
      { line, column, length, message, help, line_text },
      {
        line: 7,
        column: 10,
        length: 7,
        message: "'suppine' is not a posture",
        help: "did you mean 'supine'?",
        line_text: 'posture: suppine',
      },
    );
    assert.match(String((await ask(edition.address, '/exercises/bridge/')).body), /Newer /);
    edition.replace(PAGE, BROKEN[1], BROKEN[0]);
    const mended = await until(news, (one) => one.problems.length === 0);
    assert.ok(mended.changed['exercises/bridge/index.html'] < mended.build);
  });

  it('tells new stylesheets apart from changed pages', async () => {
    const { value: start } = await edition.news().next();
    edition.write(
      'site/theme/theme.css',
      `${edition.read('site/theme/theme.css')}\np { top: 0 }\n`,
    );
    const next = await until(news, (one) => one.build > start.build);
    assert.notDeepEqual(next.styles, start.styles);
    const pages = Object.entries(next.changed).filter(([file]) => file.endsWith('.html'));
    assert.ok(pages.every(([, build]) => build < next.build));
    for (const style of [...start.styles, ...next.styles])
      assert.equal((await ask(edition.address, style)).status, 200, style);
  });

  it('leaves no mixture where another build has put its site', async () => {
    const folders = ['content', 'site', 'web', 'output'].flatMap((part) => [
      `--${part}`,
      edition.path(part),
    ]);
    const other = 'https://other.example/';
    execFileSync('build/release/unclench', ['build', ...folders, '--base-url', other]);
    assert.ok(edition.read('output/about/index.html').includes(other));
    edition.replace(PAGE, 'title: Newer ', 'title: Newest ');
    await changed('exercises/bridge/index.html');
    for (const page of ['exercises/bridge', 'about'])
      assert.ok(!edition.read(`output/${page}/index.html`).includes(other), page);
    edition.replace(PAGE, 'title: Newest ', 'title: Newer ');
    await changed('exercises/bridge/index.html');
  });

  it('finds its way after folders were renamed, removed and made anew', async () => {
    renameSync(edition.path('content'), edition.path('elsewhere'));
    await until(news, (one) => one.problems.length > 0);
    renameSync(edition.path('elsewhere'), edition.path('content'));
    await until(news, (one) => one.problems.length === 0);

    renameSync(edition.path('content/exercises'), edition.path('aside'));
    mkdirSync(edition.path('content/exercises'));
    for (const name of readdirSync(edition.path('aside')))
      renameSync(edition.path(`aside/${name}`), edition.path(`content/exercises/${name}`));
    const { build } = await until(news, (one) => one.problems.length === 0);
    edition.replace(PAGE, 'title: Newer ', 'title: Newest ');
    await until(news, (one) => (one.changed['exercises/bridge/index.html'] ?? 0) > build);
    assert.match(String((await ask(edition.address, '/exercises/bridge/')).body), /Newest /);
  });
});

describe('unclench serve with links in its folders', () => {
  const edition = new ServedEdition();
  const GUIDE = 'content/guides/pacing.md';
  const shown = 'guides/pacing/index.html';
  let news;
  before(async () => {
    for (const folder of ['linked/one', 'linked/two'])
      mkdirSync(edition.path(folder), { recursive: true });
    for (const folder of ['one', 'two'])
      edition.write(
        `linked/${folder}/pacing.md`,
        edition.read(GUIDE).replace(/^title: .*$/m, `title: From ${folder}`),
      );
    rmSync(edition.path(GUIDE));
    symlinkSync('one', edition.path('linked/current'));
    symlinkSync('current/pacing.md', edition.path('linked/pacing.md'));
    symlinkSync('../../linked/pacing.md', edition.path(GUIDE));
    await edition.start();
    news = edition.news();
    await news.next();
  });
  after(() => edition.remove());

  /** Waits for a build that changed the guide, and looks for the text in it. */
  async function shows(pattern, change) {
    const { value: start } = await edition.news().next();
    change();
    await until(news, (one) => (one.changed[shown] ?? 0) > start.build);
    assert.match(String((await ask(edition.address, '/guides/pacing/')).body), pattern);
  }

  it('sees edits of the file that a link leads to', async () => {
    const edit = (folder, title) =>
      edition.replace(`linked/${folder}/pacing.md`, 'title: From', `title: ${title} from`);
    await shows(/<h1>Edited from one/, () => edit('one', 'Edited'));
    await shows(/<h1>Written from one/, () =>
      edition.write(
        'linked/one/pacing.md',
        edition.read('linked/one/pacing.md').replace('Edited from', 'Written from'),
      ),
    );
  });

  it('sees links that are made to lead elsewhere, and follows them', async () => {
    await shows(/<h1>From two/, () => {
      symlinkSync('two', edition.path('linked/next'));
      renameSync(edition.path('linked/next'), edition.path('linked/current'));
    });
    await shows(/<h1>Still from two/, () =>
      edition.replace('linked/two/pacing.md', 'title: From', 'title: Still from'),
    );
    await shows(/<h1>Written from one/, () => {
      symlinkSync('../../linked/one/pacing.md', edition.path('content/guides/.new'));
      renameSync(edition.path('content/guides/.new'), edition.path(GUIDE));
    });
    await shows(/<h1>At last from one/, () =>
      edition.replace('linked/one/pacing.md', 'title: Written', 'title: At last'),
    );
  });

  it('sees what comes to where a link leads, and is not held up by circles', async () => {
    symlinkSync('../../linked/late.md', edition.path('content/guides/late.md'));
    symlinkSync('round.md', edition.path('content/guides/round.md'));
    symlinkSync('../..', edition.path('content/guides/above'));
    await until(news, (one) => one.problems.length === 3);
    for (const name of ['round.md', 'above']) rmSync(edition.path(`content/guides/${name}`));
    await until(news, (one) => one.problems.length === 1);
    edition.write('linked/late.md', edition.read('linked/two/pacing.md'));
    await until(news, (one) => one.problems.length === 0);
    assert.equal((await ask(edition.address, '/guides/late/')).status, 200);
  });
});

describe('unclench serve under a sub-path', () => {
  let edition;
  before(async () => {
    edition = await new ServedEdition().start('--base-url', 'https://host.example/some/path/');
  });
  after(() => edition.remove());

  it('serves below the path and leads there from outside', async () => {
    assert.match(edition.address, /\/some\/path\/$/);
    assert.equal((await fetch(edition.address)).status, 200);
    const outside = await ask(edition.address, '/');
    assert.equal(outside.status, 404);
    assert.match(String(outside.body), /<a href="\/some\/path\/">/);
    const short = await ask(edition.address, '/some/path');
    assert.equal(short.status, 301);
    assert.equal(short.headers.location, '/some/path/');
  });

  it('serves below a path with signs that are written with a percent sign', async () => {
    const other = await new ServedEdition().start('--base-url', 'https://host.example/p%C3%A4th/');
    assert.match(other.address, /\/p%C3%A4th\/$/);
    assert.match(
      await (await fetch(`${other.address}exercises/bridge/`)).text(),
      /<h1[^>]*>Bridge/,
    );
    const short = await ask(other.address, '/p%C3%A4th');
    assert.equal(short.headers.location, '/p%C3%A4th/');
    await other.remove();
  });
});

describe('unclench serve --like-pages', () => {
  let edition;
  before(async () => {
    const options = ['--like-pages', '--base-url', 'https://host.example/some/path/'];
    edition = await new ServedEdition().start(...options);
  });
  after(() => edition.remove());

  const get = (path, headers) => ask(edition.address, `/some/path/${path}`, headers);

  it('gives the bytes as they were built, with the headers of GitHub Pages', async () => {
    const { status, headers, body } = await get('');
    assert.equal(status, 200);
    assert.equal(String(body), edition.read('output/index.html'));
    assert.equal(headers['cache-control'], 'max-age=600');
    assert.equal(headers['access-control-allow-origin'], '*');
    assert.equal(headers.vary, 'Accept-Encoding');
    assert.match(headers.etag, /^"[0-9a-f]+"$/);
    assert.match(headers['last-modified'], / GMT$/);
    for (const [path, type] of [
      ['sw.js', 'application/javascript; charset=utf-8'],
      ['manifest.webmanifest', 'application/manifest+json'],
      ['icon.svg', 'image/svg+xml'],
      ['sitemap.xml', 'application/xml'],
    ])
      assert.equal((await get(path)).headers['content-type'], type);
  });

  it('compresses for those who accept it', async () => {
    const { headers, body } = await get('', { 'accept-encoding': 'gzip, br' });
    assert.equal(headers['content-encoding'], 'gzip');
    assert.match(headers.etag, /^W\//);
    assert.equal(String(gunzipSync(body)), edition.read('output/index.html'));
    const refused = await get('', { 'accept-encoding': 'br, gzip;q=0' });
    assert.equal(refused.headers['content-encoding'], undefined);
  });

  it('sends nothing that the browser has already', async () => {
    const { headers } = await get('');
    const known = [
      { 'if-none-match': headers.etag },
      { 'if-none-match': `"other", W/${headers.etag}` },
      { 'if-modified-since': headers['last-modified'] },
    ];
    for (const header of known) {
      const { status, body } = await get('', header);
      assert.equal(status, 304);
      assert.equal(body.length, 0);
    }
    assert.equal((await get('', { 'if-none-match': '"other"' })).status, 200);
  });

  it('sends parts', async () => {
    const whole = edition.read('output/index.html');
    const part = await get('', { range: 'bytes=5-9', 'accept-encoding': 'gzip' });
    assert.equal(part.status, 206);
    assert.equal(part.headers['content-range'], `bytes 5-9/${whole.length}`);
    assert.equal(String(part.body), whole.slice(5, 10));
    assert.equal((await get('', { range: 'bytes=9999999-' })).status, 416);
  });

  it('leads to folders as nginx does', async () => {
    const { status, headers, body } = await get('exercises?a=b');
    assert.equal(status, 301);
    assert.equal(headers.location, `${edition.address}exercises/?a=b`);
    assert.equal(headers['cache-control'], 'max-age=600');
    assert.equal(headers['content-length'], '162');
    assert.match(String(body), /<h1>301 Moved Permanently<\/h1>/);
  });

  it('answers what is not there with the page for it', async () => {
    const { status, headers, body } = await get('nowhere/');
    assert.equal(status, 404);
    assert.equal(String(body), edition.read('output/404.html'));
    assert.equal(headers['cache-control'], undefined);
    assert.equal((await ask(edition.address, '/_unclench/reload.js')).status, 404);
  });
});

describe('the end of unclench serve', () => {
  for (const signal of ['SIGINT', 'SIGTERM'])
    it(`comes at once after ${signal}, whoever is connected`, async () => {
      const edition = await new ServedEdition().start();
      const news = edition.news();
      await news.next();
      const { hostname, port } = new URL(edition.address);
      const silent = connect(Number(port), hostname).on('error', () => {});
      await new Promise((resolve) => silent.on('connect', resolve));
      const start = performance.now();
      assert.equal(await edition.stop(signal), 0);
      assert.ok(performance.now() - start < 1000);
      silent.destroy();
      await news.next().catch(() => {});
      await edition.remove();
    });
});

describe('unclench serve with content that is broken from the start', () => {
  it('shows the errors at every address, then the page', async () => {
    const edition = new ServedEdition();
    edition.replace(PAGE, ...BROKEN);
    await edition.start();
    const { body } = await ask(edition.address, '/exercises/bridge/');
    assert.match(String(body), /bridge\.md:7:10: 'suppine' is not a posture/);
    assert.match(String(body), /\n {2}posture: suppine\n {11}\^~~~~~~\n/);
    const news = edition.news();
    edition.replace(PAGE, BROKEN[1], BROKEN[0]);
    await until(news, (one) => one.problems.length === 0);
    const mended = await ask(edition.address, '/exercises/bridge/');
    assert.match(String(mended.body), /<h1[^>]*>Bridge/);
    await edition.remove();
  });
});
