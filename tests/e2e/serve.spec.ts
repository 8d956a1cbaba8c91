import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { ServedEdition } from '../program/served-edition.mjs';
import { expect, test as base } from './fixtures';

const PAGE = 'content/exercises/bridge.md';
const THEME = 'site/theme/theme.css';
const SOUND = 'posture: supine';
const BROKEN = 'posture: suppine';

declare global {
  interface Window {
    sameVisit?: boolean; // gone after a reload
  }
}

const test = base.extend<{ edition: ServedEdition }>({
  edition: async ({ context, problems }, use) => {
    const edition = new ServedEdition();
    // It has an address of its own.
    problems.allow(/^request to http:\/\/127\.0\.0\.1:2\d{4}\//);
    await use(edition);
    // A page that still loads something must not see the server go.
    await Promise.all(context.pages().map((page) => page.close()));
    await edition.remove();
  },
});

async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.evaluate(() => {
    window.sameVisit = true;
  });
}

const isSameVisit = (page: Page) => page.evaluate(() => window.sameVisit === true);
const overlay = (page: Page) => page.getByRole('alertdialog');

test('reloads a page that changed, at the place where it was', async ({ edition, page }) => {
  await edition.start();
  await visit(page, `${edition.address}exercises/bridge/`);
  await page.evaluate(() => scrollTo({ top: 300, behavior: 'instant' }));
  edition.replace(PAGE, 'title: ', 'title: New ');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^New /);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(300);
  expect(await isSameVisit(page)).toBe(false);
});

test('keeps the place on a page that its script fills', async ({ edition, page }) => {
  await edition.start();
  await visit(page, `${edition.address}builder/`);
  await page.getByRole('button', { name: 'None of these' }).click();
  await expect(page.getByRole('status')).toContainText('movements');
  await page.evaluate(() =>
    scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }),
  );
  const end = page.getByRole('contentinfo');
  await expect(end).toBeInViewport();
  const place = await page.evaluate(() => scrollY);
  edition.replace('site/templates/builder.mustache', '<h1>', '<h1>New ');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^New /);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(place);
  await expect(end).toBeInViewport();
});

test('exchanges stylesheets in all open pages without a reload', async ({
  context,
  edition,
  page,
}) => {
  await edition.start();
  const other = await context.newPage();
  await visit(page, `${edition.address}exercises/bridge/`);
  await visit(other, `${edition.address}builder/`);
  edition.write(THEME, `${edition.read(THEME)}\nbody { outline: 3px solid rgb(1, 2, 3); }\n`);
  for (const open of [page, other]) {
    await expect(open.locator('body')).toHaveCSS('outline-color', 'rgb(1, 2, 3)');
    await expect(open.locator('link[rel=stylesheet][href*="theme"]')).toHaveCount(1);
    expect(await isSameVisit(open)).toBe(true);
  }
});

test('leaves alone the pages that did not change, however many are open', async ({
  context,
  edition,
}) => {
  await edition.start();
  const changed = await Promise.all(Array.from({ length: 8 }, () => context.newPage()));
  const unchanged = await context.newPage();
  for (const page of changed) await visit(page, `${edition.address}exercises/bridge/`);
  await visit(unchanged, `${edition.address}get-help/`);
  edition.replace(PAGE, 'title: ', 'title: New ');
  for (const page of changed)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^New /);
  expect(await isSameVisit(unchanged)).toBe(true);
});

test('shows errors over the page until they are fixed, and loses nothing', async ({
  edition,
  page,
}) => {
  await edition.start();
  await visit(page, `${edition.address}exercises/bridge/`);
  await page.evaluate(() => scrollTo({ top: 300, behavior: 'instant' }));
  edition.replace(PAGE, SOUND, BROKEN);
  await expect(overlay(page)).toBeVisible();
  await expect(overlay(page)).toContainText('exercises/bridge.md:7:10');
  await expect(overlay(page)).toContainText("'suppine' is not a posture");
  await expect(overlay(page)).toContainText("Help: did you mean 'supine'?");
  await expect(overlay(page).locator('pre')).toHaveText('posture: suppine\n         ^~~~~~~');
  edition.replace(PAGE, BROKEN, SOUND);
  await expect(overlay(page)).toHaveCount(0);
  expect(await page.evaluate(() => scrollY)).toBe(300);
  expect(await isSameVisit(page)).toBe(true);
});

test('closes the errors by key and by button, and opens them for others', async ({
  edition,
  page,
}) => {
  await edition.start();
  await visit(page, `${edition.address}exercises/bridge/`);
  edition.replace(PAGE, SOUND, BROKEN);
  await expect(overlay(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(overlay(page)).toBeHidden();
  edition.replace(PAGE, BROKEN, 'posture: suppline');
  await expect(overlay(page)).toContainText('suppline');
  edition.replace(PAGE, 'posture: suppline', 'posture: spine');
  await expect(overlay(page)).toContainText("'spine'");
  await expect(overlay(page).getByRole('button', { name: 'Close' })).toBeFocused();
  await overlay(page).getByRole('button', { name: 'Close' }).click();
  await expect(overlay(page)).toBeHidden();
});

test('shows the errors of content that is broken from the start, then the page', async ({
  edition,
  page,
}) => {
  edition.replace(PAGE, SOUND, BROKEN);
  await edition.start();
  await page.goto(`${edition.address}exercises/bridge/`);
  await expect(overlay(page)).toContainText("'suppine' is not a posture");
  edition.replace(PAGE, BROKEN, SOUND);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bridge');
  await expect(overlay(page)).toHaveCount(0);
});

test('turns the page for what is not there into what comes', async ({
  edition,
  page,
  problems,
}) => {
  problems.allow(/status of 404/);
  await edition.start();
  await visit(page, `${edition.address}new/`);
  edition.write(
    'content/pages/new.md',
    '---\ntitle: Brand new\nsummary: It was not there.\n---\n\nNow it is.\n',
  );
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Brand new');
});

test('follows changes under the control of the service worker', async ({ edition, page }) => {
  await edition.start();
  await visit(page, `${edition.address}exercises/bridge/`);
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state))
    .toBe('activated');
  for (const title of ['First', 'Second', 'Third']) {
    edition.save(PAGE, edition.read(PAGE).replace(/^title: .*$/m, `title: ${title}`));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the errors in ${colorScheme} colours`, async ({ edition, page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await edition.start();
    await visit(page, `${edition.address}exercises/bridge/`);
    edition.replace(PAGE, SOUND, BROKEN);
    await expect(overlay(page)).toBeVisible();
    await page.screenshot({ path: test.info().outputPath('errors.png') });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
    );
    expect(found).toEqual([]);
  });
}
