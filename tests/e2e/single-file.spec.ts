import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { calmSessions, keptFile, keptOf } from './kept-file';
import { expect, test as base } from './fixtures';
import { SessionPage } from './page-models/session-page';

const FILE = pathToFileURL(
  resolve(process.env.UNCLENCH_E2E_SINGLE_FILE ?? 'build/e2e-single-file.html'),
).href;
const ALL = FILE.slice(FILE.lastIndexOf('/') + 1);

// No network, and nothing that asks for one: the file is all there is.
const test = base.extend<{ alone: BrowserContext }>({
  alone: [
    async ({ context }, use) => {
      const requests: string[] = [];
      context.on('request', (request) => requests.push(request.url()));
      await context.setOffline(true);
      await use(context);
      const others = requests.filter((url) => !url.startsWith(FILE) && !url.startsWith('data:'));
      expect(others, 'requests for anything but the file').toEqual([]);
    },
    { auto: true },
  ],
});

function heading(page: Page): Locator {
  return page.getByRole('heading', { level: 1 });
}

function shown(page: Page): Locator {
  return page.locator('main > .page:visible');
}

const endOf = (address: string): RegExp =>
  new RegExp(`${ALL}#${address.replace(/[?.]/g, '\\$&')}$`);

test('opens at home and leads to an exercise and back', async ({
  home,
  library,
  exercise,
  page,
}) => {
  await page.goto(FILE);
  await expect(shown(page)).toHaveAttribute('id', '/');
  const title = await page.title();

  await home.browseExercises();
  await expect(library.heading).toHaveText('Exercises');
  await expect(page).toHaveURL(endOf('/exercises/'));
  await expect(page.getByRole('banner').locator('[aria-current]')).toHaveText('Exercises');

  await library.openExercise('Cat-camel');
  await expect(exercise.title).toHaveText('Cat-camel');
  await expect(exercise.title).toBeFocused();
  await expect(page).toHaveTitle(/^Cat-camel/);
  await expect(shown(page)).toHaveCount(1);
  await expect(page.getByRole('banner').locator('[aria-current]')).toHaveText('Exercises');

  await page.goBack();
  await page.goBack();
  await expect(shown(page)).toHaveAttribute('id', '/');
  await expect(page).toHaveTitle(title);
  await expect(page.locator('[aria-current]')).toHaveCount(0);
});

test('names the five places to go in the header', async ({ home, page }) => {
  await page.goto(FILE);
  for (const [name, address] of [
    ['Exercises', '/exercises/'],
    ['Build a routine', '/builder/'],
    ['Routines', '/routines/'],
    ['Saved', '/plans/'],
    ['Get help now', '/get-help/'],
  ] as const) {
    await home.goTo(name);
    await expect(shown(page)).toHaveAttribute('id', address);
    await expect(page.getByRole('banner').locator('[aria-current]')).toHaveText(name);
    await expect(heading(page)).toBeVisible();
    await expect(heading(page)).toBeInViewport();
  }
});

test('returns to where a page was left', async ({ library, page }) => {
  await page.goto(`${FILE}#/exercises/`);
  await page.evaluate(() => window.scrollTo(0, 700));
  const top = await page.evaluate(() => window.scrollY);
  expect(top).toBeGreaterThan(300);
  // Its own click: Playwright would scroll first.
  await page.locator('main a:visible', { hasText: 'Bridge' }).first().dispatchEvent('click');
  await expect(library.heading).toHaveText('Bridge');
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0);

  await page.goBack();
  await expect(library.heading).toHaveText('Exercises');
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(top);
  await expect.poll(() => page.evaluate(() => history.state.top)).toBe(top);
  await page.reload();
  await expect(library.heading).toHaveText('Exercises');
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(top);
});

test('jumps to sections, in the page and from outside', async ({ page }) => {
  await page.goto(`${FILE}#/exercises/cat-camel/`);
  await shown(page).locator('a.cite').first().click();
  await expect(page).toHaveURL(endOf('/exercises/cat-camel/source-1'));
  await expect(shown(page).locator('[id="/exercises/cat-camel/source-1"]')).toBeInViewport();

  await page.goto('about:blank');
  await page.goto(`${FILE}#/exercises/bridge/who`);
  await expect(heading(page)).toHaveText('Bridge');
  await expect(page.getByRole('heading', { name: 'Who should take care' })).toBeInViewport();
  await expect(shown(page)).toHaveCount(1);
});

test('begins a page with the header above it', async ({ page }) => {
  await page.goto(`${FILE}#/exercises/cat-camel/`);
  await expect(heading(page)).toHaveText('Cat-camel');
  await expect(page.getByRole('banner')).toBeInViewport({ ratio: 1 });
});

test('finds a page without its slash and says when there is none', async ({ page }) => {
  await page.goto(`${FILE}#/exercises/bridge`);
  await expect(heading(page)).toHaveText('Bridge');
  await page.goto(`${FILE}#/there-is-no-such-page/`);
  await expect(heading(page)).toHaveText('There is no page here');
  await page.getByRole('main').getByRole('link', { name: 'Go to the start' }).click();
  await expect(shown(page)).toHaveAttribute('id', '/');
});

test('skips to the content without leaving the page', async ({ page }) => {
  await page.goto(`${FILE}#/routines/`);
  await page.getByRole('link', { name: 'Skip to the content' }).focus();
  await page.keyboard.press('Enter');
  await expect(shown(page)).toHaveAttribute('id', '/routines/');
  await page.keyboard.press('Tab');
  await expect(page.locator('main a:focus')).toHaveCount(1);
});

test('plans a routine and keeps it in the address over a reload', async ({ builder, page }) => {
  await page.goto(`${FILE}#/builder/?stage=spasm&minutes=8&surfaces=floor,bed`);
  await expect(builder.stage('In spasm')).toBeChecked();
  await expect(builder.minutes).toHaveValue('8');
  await expect(builder.movements.first()).toBeVisible();

  await builder.stage('Stiff').check();
  await builder.setMinutes(17);
  await builder.answer('Dizziness').check();
  await expect(page).toHaveURL(/#\/builder\/\?stage=stiff&minutes=17&.*conditions=dizziness$/);
  const summary = (await builder.summary.textContent()) ?? '';
  const titles = await builder.titles();
  await page.reload();
  await expect(builder.summary).toHaveText(summary);
  await expect(builder.answer('Dizziness')).toBeChecked();
  expect(await builder.titles()).toEqual(titles);
});

test('runs a session with two taps, figure and all', async ({ page }) => {
  const session = new SessionPage(page);
  await page.goto(FILE);
  await page.getByRole('link', { name: "I'm in spasm now" }).click();
  await session.none.click();
  await expect(session.pause).toBeFocused();
  await expect(session.stage.getByRole('img').first()).toBeVisible();
  await session.pause.click();
  await session.end.click();
  await expect(page).toHaveURL(/#\/session\/\?stage=spasm&/);

  await page.getByRole('banner').getByRole('link', { name: 'Exercises' }).click();
  await expect(heading(page)).toHaveText('Exercises');
});

test('keeps the choices over a visit to a movement of the routine', async ({ builder, page }) => {
  await page.clock.install();
  await page.goto(`${FILE}#/builder/?stage=well&minutes=20`);
  const link = builder.movements.first().getByRole('heading').getByRole('link');
  const title = (await link.textContent()) ?? '';
  await builder.setMinutes(21);
  await builder.setMinutes(22); // waits to be written when the page is left
  await link.click();
  await expect(heading(page)).toHaveText(title);
  await expect(page).toHaveURL(/#\/exercises\//);
  await page.clock.runFor('10'); // long after the address would have been written
  await expect(page).toHaveURL(/#\/exercises\//);

  await page.goBack();
  await expect(builder.minutes).toHaveValue('22');
  await page.getByRole('banner').getByRole('link', { name: 'Build a routine' }).click();
  await expect(page).toHaveURL(/#\/builder\/\?stage=well&minutes=22/);
});

test('puts in the movement whose page was left for the builder', async ({ builder, page }) => {
  await page.goto(`${FILE}#/exercises/bridge/`);
  await page.getByRole('link', { name: 'Add to my routine' }).click();
  await expect(builder.movement('Bridge').first()).toContainText('You asked for it.');
});

test('jumps from the answers to the routine', async ({ builder, page, isMobile }) => {
  test.skip(!isMobile, 'the routine stands beside the answers');
  await page.goto(`${FILE}#/builder/`);
  await expect(builder.movements.first()).toBeVisible();
  await page.getByRole('button', { name: /^See your routine/ }).click();
  await expect(page.getByRole('heading', { name: 'Your routine' })).toBeInViewport();
  await expect(page).toHaveURL(/#\/builder\//);
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const address of ['/', '/exercises/', '/exercises/cat-camel/', '/builder/', '/get-help/']) {
    test(`axe finds nothing on ${address} in ${colorScheme} colours`, async ({
      page,
      isMobile,
    }) => {
      test.skip(
        isMobile === (colorScheme === 'dark'),
        'each size has one theme, as they share styles',
      );
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto(`${FILE}#${address}`);
      await expect(heading(page)).toBeVisible();
      if (address === '/builder/') {
        await page.getByRole('button', { name: 'None of these' }).click();
        await expect(page.getByRole('status')).toContainText('movements');
      }
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
      );
      expect(found).toEqual([]);
    });
  }
}

test('filters the exercises, and keeps that over a visit to one of them', async ({
  library,
  page,
}) => {
  await page.goto(`${FILE}#/exercises/`);
  await library.choose('Position', 'Standing');
  await expect(library.groups).toHaveText(['Standing']);
  await expect(page).toHaveURL(endOf('/exercises/'));
  await library.cards.first().getByRole('link').click();
  await expect(page).not.toHaveURL(endOf('/exercises/'));
  await page.goBack();
  await expect(library.groups).toHaveText(['Standing']);
  await expect(page.getByRole('button', { name: /^Show it moving/ })).toHaveCount(0);
});

test('searches every page', async ({ exercise, search, page }) => {
  await page.goto(FILE);
  await page.keyboard.press('/');
  await expect(search.field).toBeFocused();
  await expect(page).toHaveURL(endOf('/search/'));
  await search.field.fill('pelvik');
  await expect(search.results.first()).toHaveText('Pelvic tilt Exercise');
  await search.results.first().click();
  await expect(exercise.title).toHaveText('Pelvic tilt');
});

test('keeps routines, and opens links to them', async ({ page }) => {
  await page.goto(`${FILE}#/plans/`);
  await expect(page.getByText('You have not kept a routine yet.')).toBeVisible();
  await page.getByLabel('Bring in a file').setInputFiles(keptFile(keptOf(calmSessions([1]))));
  await expect(page.getByRole('link', { name: 'Start Mornings' })).toHaveAttribute(
    'href',
    /^#\/session\/\?plan=/,
  );
  await page.getByRole('link', { name: 'How it is going' }).click();
  await expect(heading(page)).toHaveText('How it is going');
  await expect(page.getByText('1 session', { exact: true })).toBeVisible();
  await page.goBack();
  await page.getByLabel('Link', { exact: true }).fill('#stage=stiff&minutes=14&surfaces=floor');
  await page.getByRole('button', { name: 'Open it' }).click();
  await expect(page).toHaveURL(/#\/builder\/\?stage=stiff&minutes=14/);
});

test('prints the page that is shown, and no other', async ({ page }) => {
  await page.goto(`${FILE}#/exercises/bridge/`);
  await page.emulateMedia({ media: 'print' });
  await expect(shown(page)).toHaveCount(1);
  await expect(shown(page)).toHaveAttribute('id', '/exercises/bridge/');
  await expect(page.getByRole('banner').getByRole('navigation')).toBeHidden();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('can be read from page to page', async ({ home, library, page }) => {
    await page.goto(FILE);
    await expect(shown(page)).toHaveAttribute('id', '/');
    await home.browseExercises();
    await expect(shown(page)).toHaveAttribute('id', '/exercises/');
    await library.openExercise('Cat-camel');
    await expect(shown(page)).toHaveAttribute('id', '/exercises/cat-camel/');
    await shown(page).locator('a.cite').first().click();
    await expect(shown(page)).toHaveAttribute('id', '/exercises/cat-camel/');
    await shown(page).getByRole('link', { name: 'Add to my routine' }).click();
    await expect(shown(page)).toHaveAttribute('id', '/builder/');
    await expect(shown(page)).toHaveCount(1);
  });
});
