import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

const ALL = /^(\d+) of \1 movements$/;

async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
  );
}

test('shows every movement until something is chosen', async ({ library }) => {
  await library.open();
  await expect(library.count).toHaveText(ALL);
  await expect(library.clear).toBeHidden();
  await expect(library.chosen).toBeHidden();
  await expect(library.filter('Position')).toHaveAttribute('aria-expanded', 'false');
});

test('filters at once, hides empty groups and keeps it in the address', async ({
  library,
  page,
}) => {
  await library.open();
  const all = await library.cards.count();
  await library.choose('Position', 'Lying on your back');
  await expect(library.groups).toHaveText(['Lying on your back']);
  await library.option('Standing').check();
  await expect(library.groups).toHaveText(['Lying on your back', 'Standing']);
  await expect(library.count).toHaveText(`${await library.cards.count()} of ${all} movements`);
  await expect(page).toHaveURL(/\?position=supine,standing$/);

  await library.option('Lying on your back').uncheck();
  await expect(library.groups).toHaveText(['Standing']);
  await expect(page).toHaveURL(/\?position=standing$/);
  await library.clear.click();
  await expect(library.count).toHaveText(ALL);
  await expect(page).toHaveURL(/\/exercises\/$/);
  await expect(library.words).toBeFocused();
});

test('opens filtered from a link, and again on the way back', async ({ library, page }) => {
  await library.open('?position=all-fours,moon&condition=osteoporosis&effort=2&q=bird');
  await expect(library.cards).toHaveCount(1);
  await expect(library.words).toHaveValue('bird');
  await expect(library.filter('Conditions')).toHaveText(/\(1\)/);

  await library.openExercise('Bird dog');
  await expect(library.heading).toHaveText('Bird dog');
  await page.goBack();
  await expect(library.count).toHaveText(/^1 of \d+ movements$/);
  await expect(library.words).toHaveValue('bird');
  await page.goForward();
  await expect(library.heading).toHaveText('Bird dog');
});

test('leaves out what a condition rules out and marks where to take care', async ({ library }) => {
  await library.open();
  await expect(library.card('Bird dog')).not.toContainText('Take care');
  await library.choose('Conditions', 'Weak bones or spinal fracture');
  await expect(library.card('Bird dog')).toContainText('Take care: Weak bones or spinal fracture');
  await library.option('Recent surgery').check();
  await expect(library.card('Bird dog')).toHaveCount(0);
});

test('leaves out what needs something else', async ({ library }) => {
  await library.open('?surface=standing,floor');
  const before = await library.cards.count();
  await library.choose('What I have', 'Nothing');
  await expect.poll(() => library.cards.count()).toBeLessThan(before);
  await library.option('Wall').check();
  await expect(library.option('Nothing')).not.toBeChecked();
  await expect(library.card('Wall squat')).toHaveCount(1);
});

test('leads from an open filter to what is left', async ({ library, page }) => {
  await library.open();
  await library.choose('Position', 'Standing');
  const shown = await library.cards.count();
  await page.getByRole('button', { name: `See the movements (${shown})` }).click();
  await expect(library.filter('Position')).toHaveAttribute('aria-expanded', 'false');
  await expect(library.groups.first()).toBeFocused();
  await expect(library.groups.first()).toBeInViewport();
});

test('has an effort at most', async ({ library, page }) => {
  await library.open();
  await library.choose('Effort', 'Gentle');
  await expect(library.card('Bird dog')).toHaveCount(0);
  await library.option('Moderate').check();
  await expect(library.card('Bird dog')).toHaveCount(1);
  await expect(page).toHaveURL(/\?effort=2$/);
  await page.getByRole('button', { name: 'Any effort' }).click();
  await expect(library.count).toHaveText(ALL);
  await expect(library.filter('Effort')).toBeFocused();
});

test('says what to leave out when nothing is found', async ({ library, page }) => {
  await library.open('?position=supine&condition=pregnancy');
  await expect(library.count).toHaveText('No movement fits all of this.');
  await page.getByRole('button', { name: /^Without “Conditions”: \d+$/ }).click();
  await expect(library.groups).toHaveText(['Lying on your back']);
  await expect(library.filter('Conditions')).toBeFocused();
  await library.words.fill('nosuchword');
  await page.getByRole('button', { name: /^Without “Name or word”/ }).click();
  await expect(library.words).toHaveValue('');
  await expect(library.words).toBeFocused();
  await expect(library.groups).toHaveText(['Lying on your back']);
});

test('can be filtered with the keyboard alone', async ({ library, page }) => {
  await library.open();
  await library.words.focus();
  await page.keyboard.type('stretch');
  await expect(library.count).not.toHaveText(ALL);
  await page.keyboard.press('Tab');
  await expect(library.filter('Position')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(library.option('Lying on your back')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(library.groups).toHaveText(['Lying on your back']);
  await page.keyboard.press('Escape');
  await expect(library.filter('Position')).toBeFocused();
  await expect(library.option('Lying on your back')).toBeHidden();

  const chip = library.chosen.getByRole('button', { name: 'Take away: Lying on your back' });
  await chip.focus();
  await page.keyboard.press('Enter');
  await expect(chip).toHaveCount(0);
  await expect(library.words).toBeFocused();
});

test.describe('with less motion', () => {
  test('moves no figure', async ({ library, page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.clock.install();
    await library.open();
    const picture = library.cards.first().getByRole('presentation');
    const still = (await picture.getAttribute('src')) ?? '';
    await library.cards.first().hover();
    await page.clock.fastForward(1000);
    await expect(picture).toHaveAttribute('src', still);
    await expect(page.locator('.card-play:visible')).toHaveCount(0);
  });
});

test('moves a figure while the focus or a pointer rests on it, and Escape stops it', async ({
  isMobile,
  library,
  page,
}) => {
  test.skip(isMobile, 'a finger does not rest on a card');
  await library.open();
  await expect(library.count).toHaveText(ALL);
  const card = library.cards.first();
  const picture = card.getByRole('presentation');
  const still = /thumb/;
  await expect(picture).toHaveAttribute('src', still);
  await card.hover();
  await expect(picture).not.toHaveAttribute('src', still);
  await page.keyboard.press('Escape');
  await expect(picture).toHaveAttribute('src', still);

  await library.clear.or(library.words).first().focus();
  await page.mouse.move(0, 0);
  await library.filter('Effort').focus();
  await page.keyboard.press('Tab');
  await expect(card.getByRole('link')).toBeFocused();
  await expect(picture).not.toHaveAttribute('src', still);
  await page.keyboard.press('Tab');
  await expect(picture).toHaveAttribute('src', still);
});

test('moves figures on the page of a position too', async ({ isMobile, library, page }) => {
  await page.goto('postures/supine/');
  const picture = library.cards.first().getByRole('presentation');
  const still = (await picture.getAttribute('src')) ?? '';
  if (isMobile) await library.cards.first().getByRole('button').tap();
  else await library.cards.first().hover();
  await expect(picture).not.toHaveAttribute('src', still);
});

test('moves a figure at the press of a button on a touch screen', async ({
  isMobile,
  library,
  page,
}) => {
  test.skip(!isMobile, 'there are no such buttons without a touch screen');
  await library.open();
  const card = library.cards.first();
  const button = card.getByRole('button', { name: /^Show it moving: / });
  const picture = card.getByRole('presentation');
  const still = (await picture.getAttribute('src')) ?? '';
  const { width, height } = (await button.boundingBox()) ?? { width: 0, height: 0 };
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
  await button.tap();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await expect(picture).not.toHaveAttribute('src', still);
  await expect(page).toHaveURL(/\/exercises\/$/);
  await button.tap();
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  await expect(picture).toHaveAttribute('src', still);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing with an open filter in ${colorScheme} colours`, async ({
    library,
    page,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await library.open('?condition=osteoporosis');
    await library.filter('Conditions').click();
    await expect(library.option('Pregnant')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await library.words.fill('nosuchword');
    await expect(library.count).toHaveText('No movement fits all of this.');
    expect(await violations(page)).toEqual([]);
  });
}

test('needs no scrolling sideways at 320 pixels with every filter open', async ({
  library,
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await library.open('?condition=osteoporosis,pregnancy&position=supine');
  for (const name of ['Position', 'Body part', 'What I have', 'Conditions', 'Effort']) {
    await library.filter(name).click();
    const excess = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect(excess, name).toBe(0);
  }
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('leads to the lists of each position and body part', async ({ library, page }) => {
    await library.open();
    await expect(library.words).toBeHidden();
    const filters = page.locator('noscript summary');
    await expect(filters.filter({ hasText: 'Aim' })).toBeHidden(); // it has no pages of its own
    await filters.filter({ hasText: 'Body part' }).click();
    await page.getByRole('main').getByRole('link', { name: 'Hips' }).click();
    await expect(library.heading).toHaveText('Hips');
  });
});
