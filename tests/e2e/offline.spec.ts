import { execFileSync, spawn } from 'node:child_process';
import { cp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

const SITE = process.env.UNCLENCH_E2E_SITE ?? 'build/e2e-site';
const BASE = '/some/path/';

test('works without a network after one visit', async ({
  builder,
  context,
  exercise,
  page,
  problems,
}) => {
  await builder.open();
  await workerToTakeOver(page);
  await context.setOffline(true);

  await test.step('builds another routine', async () => {
    await page.reload();
    await expect(builder.movements.first()).toBeVisible();
    const before = await builder.titles();
    await builder.stage('In spasm').check();
    await expect.poll(() => builder.titles()).not.toEqual(before);
  });

  await test.step('opens a page never visited before', async () => {
    await exercise.open('cat-camel');
    await expect(exercise.title).toHaveText('Cat-camel');
  });

  await test.step('finds a folder without its slash', async () => {
    await page.goto('exercises/cat-camel');
    await expect(page).toHaveURL(/\/exercises\/cat-camel\/$/);
    await expect(exercise.title).toHaveText('Cat-camel');
  });

  await test.step('answers an unknown address with the 404 page', async () => {
    problems.allow(/status of 404/);
    const response = await page.goto('there-is-no-such-page/');
    expect(response?.status()).toBe(404);
    expect(response?.fromServiceWorker()).toBe(true);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
});

test.describe('a new version', () => {
  let folder: string;
  let address: string;
  let server: ReturnType<typeof spawn>;

  // A site of its own, which can be published anew.
  test.beforeEach(async ({ baseURL }, info) => {
    folder = info.outputPath('site');
    await cp(SITE, folder, { recursive: true });
    const { port } = new URL(baseURL ?? '');
    const own = Number(port) + 1 + info.parallelIndex;
    address = `http://127.0.0.1:${own}${BASE}`;
    server = spawn('node', ['tests/e2e/server.mjs', folder, String(own), BASE]);
    await new Promise((ready) => server.stdout?.once('data', ready));
  });
  test.afterEach(async () => {
    server.kill();
    await rm(folder, { recursive: true, force: true });
  });

  async function change(file: string, from: RegExp, to: string): Promise<void> {
    const path = join(folder, file);
    await writeFile(path, (await readFile(path, 'utf8')).replace(from, to));
  }

  async function publish(version: string): Promise<void> {
    await change('index.html', /<h1>[^<]*/, `<h1>Version ${version}`);
    await change('sw.js', /"version":"[^"]*"/, `"version":"${version}"`);
  }

  /** Until the new version is installed, or was given up. */
  async function look(page: Page): Promise<void> {
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
      const { installing } = registration;
      if (installing) {
        await new Promise((done) => installing.addEventListener('statechange', done));
      }
    });
  }

  test('is offered, waits for a session, and is taken when it is wanted', async ({
    page,
    context,
    problems,
  }) => {
    problems.allow(/^request to http:\/\/127\.0\.0\.1/);
    await page.goto(address);
    await workerToTakeOver(page);
    const title = await page.getByRole('heading', { level: 1 }).innerText();
    const session = await context.newPage();
    await session.goto(`${address}session/`);

    await publish('2');
    await look(page);
    const offer = page.getByText('A new version of this site is ready.');
    await expect(offer).toBeVisible();
    await expect(session.locator('#update')).toBeHidden();

    await page.getByRole('button', { name: 'Use it now' }).click();
    await expect(page.getByText('A session is open in another tab.')).toBeVisible();
    await session.close();

    await page.reload();
    await expect(offer).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    const other = await context.newPage();
    await other.goto(`${address}exercises/`);

    await other.getByRole('button', { name: 'Later' }).click();
    await other.reload();
    await page.getByRole('button', { name: 'Use it now' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Version 2');
    await expect(offer).toBeHidden();
    await expect(other.getByText('A new version of this site is ready.')).toBeHidden();
    await expect(other.getByText('This site was updated in another tab.')).toBeVisible();
  });

  test('begins also when the one that runs is kept busy by the page', async ({
    page,
    problems,
  }) => {
    problems.allow(/^request to http:\/\/127\.0\.0\.1/);
    await page.goto(address);
    await workerToTakeOver(page);
    await publish('2');
    await look(page);
    // A pipe that is never closed: the answer begins, and does not end before the page goes.
    execFileSync('mkfifo', [join(folder, 'endless.json')]);
    const begun = page.evaluate(async () => {
      const answer = await fetch('endless.json');
      return answer.ok;
    });
    const pipe = await open(join(folder, 'endless.json'), 'w');
    await pipe.write('[');
    expect(await begun).toBe(true);
    await page.getByRole('button', { name: 'Use it now' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Version 2');
    await expect(page.locator('#update')).toBeHidden();
    await pipe.close();
  });

  test('never mixes with the one that an open page was loaded with', async ({
    page,
    context,
    problems,
  }) => {
    problems.allow(/^request to http:\/\/127\.0\.0\.1/);
    const catalogue = (window: Page): Promise<string> =>
      window.evaluate(async () => (await fetch('catalogue.json')).text());
    await page.goto(address);
    await workerToTakeOver(page);
    const first = await catalogue(page);
    const takers: Page[] = [];
    for (const version of ['2', '3']) {
      await publish(version);
      await writeFile(join(folder, 'catalogue.json'), `{"edition":${version}}`);
      const taker = await context.newPage();
      takers.push(taker);
      await taker.goto(address);
      await look(taker);
      await taker.getByRole('button', { name: 'Use it now' }).click();
      await expect(taker.getByRole('heading', { level: 1 })).toHaveText(`Version ${version}`);
    }
    expect(await catalogue(page)).toBe(first);
    const now = await Promise.all(takers.map(catalogue));
    expect(now).toEqual(['{"edition":2}', '{"edition":3}']);
  });

  test('that cannot be fetched whole changes nothing', async ({ page, context, problems }) => {
    problems.allow(/^request to http:\/\/127\.0\.0\.1|status of 404/);
    await page.goto(address);
    await workerToTakeOver(page);
    await publish('2');
    await rm(join(folder, 'catalogue.json'));
    await look(page);
    expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(1);
    await context.setOffline(true);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Version 2');
    await expect(page.locator('#update')).toBeHidden();
  });
});

// A worker is activated only when its whole site is stored: installing waits for that.
async function workerToTakeOver(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state))
    .toBe('activated');
}
