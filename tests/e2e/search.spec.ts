import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
  );
}

test('finds from a link, with slips and beginnings of words', async ({ search, page }) => {
  await search.open('?q=pelvik');
  await expect(search.field).toHaveValue('pelvik');
  await expect(search.results.first()).toHaveText('Pelvic tilt Exercise');
  await expect(search.count).toHaveText(/^Results: \d+$/);

  await search.field.fill('osteop');
  await expect(search.results.filter({ hasText: 'Condition' }).first()).toContainText(
    'Osteoporosis',
  );
  await expect(page).toHaveURL(/\?q=osteop$/);
  await search.field.fill('qqqq');
  await expect(search.count).toHaveText('Nothing found. Try another word, or a shorter one.');
  await expect(search.results).toHaveCount(0);
  await search.field.fill('');
  await expect(search.count).toHaveText('');
  await expect(page).toHaveURL(/\/search\/$/);
});

test('is still there on the way back from a result', async ({ search, exercise, page }) => {
  await search.open();
  await search.field.fill('bird dog');
  await search.results.first().click();
  await expect(exercise.title).toHaveText('Bird dog');
  await page.goBack();
  await expect(search.field).toHaveValue('bird dog');
  await expect(search.results.first()).toContainText('Bird dog');
});

test('opens over any page from its link, and gives the focus back', async ({
  home,
  search,
  page,
}) => {
  await home.open();
  await search.openDialog();
  await expect(search.dialog).toBeVisible();
  await expect(search.field).toBeFocused();
  await expect(page).toHaveURL(/\/some\/path\/$/);
  await search.field.fill('knee');
  await expect(search.results.first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(search.dialog).toBeHidden();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Search' })).toBeFocused();

  await search.openDialog();
  await expect(search.field).toHaveValue('knee');
  await expect(search.results.first()).toBeVisible();
  await search.dialog.getByRole('button', { name: 'Close' }).click();
  await expect(search.dialog).toBeHidden();
});

test('loads nothing for the search before it is asked for', async ({ home, search, page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await home.open();
  const early = asked.filter((url) => /search/.test(url));
  expect(early).toEqual([]);
  await search.openDialog();
  await expect(search.field).toBeFocused();
  expect(asked.some((url) => url.endsWith('/search.json'))).toBe(true);
});

test('can be used with the keyboard alone', async ({ exercise, home, isMobile, page, search }) => {
  await home.open();
  const first = page.getByRole('main').getByRole('link').first();
  await first.focus();
  await page.keyboard.press('/');
  await expect(search.field).toBeFocused();
  await expect(search.field).toHaveValue('');
  await page.keyboard.type('knee rol');
  await expect(search.count).toHaveText(/results?/i);
  await expect(search.results.first()).toContainText('Knee rolls');
  await page.keyboard.press('ArrowDown');
  await expect(search.results.first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(search.results.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(search.field).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('l');
  await expect(search.field).toHaveValue('knee roll');
  await page.keyboard.press('Escape');
  await expect(first).toBeFocused();

  await page.keyboard.press('Control+k');
  await expect(search.field).toBeFocused();
  await page.keyboard.type('bird dog');
  await page.keyboard.press('Enter');
  if (isMobile) {
    // There it takes the keyboard away, and leads to the best result.
    await expect(search.results.first()).toBeFocused();
    await page.keyboard.press('Enter');
  }
  await expect(exercise.title).toHaveText('Bird dog');
});

test('leaves the key alone in a field, and altogether when it is switched off', async ({
  library,
  search,
  page,
}) => {
  await library.open();
  await library.words.press('/');
  await expect(library.words).toHaveValue('/');
  await library.filter('Position').focus();
  await page.keyboard.press('/');
  const key = search.dialog.locator('.search-key input');
  await expect(search.field).toBeFocused();
  await key.evaluate((box: HTMLInputElement) => box.click());
  await page.keyboard.press('Escape');
  await expect(search.dialog).toBeHidden();

  await page.reload();
  await library.filter('Position').focus();
  const isTaken = await page.evaluate(() => {
    const press = new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true });
    return !(document.activeElement ?? document.body).dispatchEvent(press);
  });
  expect(isTaken).toBe(false);
  await page.keyboard.press('Control+k');
  await expect(search.field).toBeFocused();
  await expect(key).not.toBeChecked();
});

test('works without a network after one visit', async ({
  context,
  home,
  search,
  exercise,
  page,
}) => {
  await home.open();
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state))
    .toBe('activated');
  await context.setOffline(true);
  await page.reload();
  await search.openDialog();
  await search.field.fill('cat camel');
  await search.results.first().click();
  await expect(exercise.title).toHaveText('Cat-camel');
  await search.open('?q=dizzines');
  await expect(search.results.first()).toContainText('Dizziness');
});

test.describe('without a service worker, which would have the files', () => {
  test.use({ serviceWorkers: 'block' });

  test('leads to its page when the dialog cannot be made', async ({
    home,
    search,
    problems,
    page,
  }) => {
    problems.allow(/.*/);
    await page.route(/search-[0-9a-f]+\.js$/, (route) => route.abort());
    await home.open();
    await search.openDialog();
    await expect(page).toHaveURL(/\/search\/$/);
  });

  test('says so when the index cannot be had, and tries again', async ({
    search,
    problems,
    page,
  }) => {
    problems.allow(/.*/);
    await page.route(/search\.json$/, (route) => route.fulfill({ status: 500, body: '' }));
    await search.open('?q=knee');
    await expect(search.count).toHaveText(/could not be loaded/);
    await page.unroute(/search\.json$/);
    await search.field.fill('knees');
    await expect(search.results.first()).toBeVisible();
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing, on the page and in the dialog, in ${colorScheme} colours`, async ({
    home,
    search,
    page,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await search.open();
    await expect(search.field).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await search.field.fill('knee');
    await expect(search.results.first()).toBeVisible();
    expect(await violations(page)).toEqual([]);

    await home.open();
    await search.openDialog();
    await search.field.fill('knee');
    await expect(search.results.first()).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}

test('needs no scrolling sideways at 320 pixels', async ({ home, search, page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await home.open();
  await search.openDialog();
  await search.field.fill('knee');
  await expect(search.results.first()).toBeVisible();
  const excess = await search.dialog.evaluate(
    (dialog) =>
      document.documentElement.scrollWidth -
      document.documentElement.clientWidth +
      dialog.scrollWidth -
      dialog.clientWidth,
  );
  expect(excess).toBe(0);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('says so and offers the lists', async ({ home, library, search, page }) => {
    await home.open();
    await search.openDialog();
    await expect(page).toHaveURL(/\/search\/$/);
    await expect(page.locator('noscript .notice')).toBeVisible();
    await expect(search.field).toBeHidden();
    await page.getByRole('main').getByRole('link', { name: 'Conditions' }).click();
    await expect(library.heading).toHaveText('Conditions');
  });
});
