import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

// Every page as it is opened is looked at in every-page.spec.ts; here is what unfolds later.
const PAGES = [{ name: 'the builder', address: 'builder/?conditions=osteoporosis&minutes=20' }];

for (const { name, address } of PAGES) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing on ${name} in ${colorScheme} colours`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto(address);
      await settle(page);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
      );
      expect(found).toEqual([]);
    });
  }

  test(`${name} needs no scrolling sideways at 320 pixels`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(address);
    await settle(page);
    const excess = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect(excess).toBe(0);
  });
}

// What folds away or comes later is part of the page too.
async function settle(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.getByRole('button', { name: 'None of these' }).click();
  await expect(page.getByRole('status')).toContainText('movements');
  await page.getByText(/^Why \d+ other movements? (is|are) out$/).click();
}
