import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

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

// A worker is activated only when its whole site is stored: installing waits for that.
async function workerToTakeOver(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state), { timeout: 20_000 })
    .toBe('activated');
}
