import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { calmSessions, keptFile, keptOf, PLANS } from './kept-file';

const CODE = '1BOHow_DPLQn-bp6rXJtAeAAuAb6JtAFBxD73W6p';

async function bringIn(page: Page, contents: object | string): Promise<void> {
  await page.getByLabel('Bring in a file').setInputFiles(keptFile(contents as object));
}

async function open(page: Page, sessions: readonly object[] = []): Promise<void> {
  await page.clock.setFixedTime('2026-11-22T08:00:00');
  await page.goto('plans/');
  await bringIn(page, keptOf(sessions));
  await expect(page.getByText(/^Brought in: 2 routines/)).toBeVisible();
}

function card(page: Page, name: string): Locator {
  return page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name, exact: true }) });
}

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
}

test('a session says which movements of a kept routine are gone, and leads to the rest', async ({
  builder,
  page,
}) => {
  const bridge = { id: 'bridge' }; // without a dose, as somebody may write it by hand
  const routine = { stage: 'stiff', movements: [{ id: 'gone-for-good', step: 1 }, bridge] };
  await page.goto('plans/');
  await bringIn(page, { ...keptOf([]), plans: [{ ...PLANS[0], routine }] });
  await page.getByRole('link', { name: 'Start Mornings' }).click();
  await expect(page.getByRole('heading', { name: 'This routine is not played' })).toBeVisible();
  await expect(page.getByText('not on this site any more: gone-for-good.')).toBeVisible();
  await page.getByRole('link', { name: 'See it in the builder' }).click();
  await expect.poll(() => builder.titles()).toEqual(['Bridge']);
});

test('an empty shelf is kind, and leads to a routine', async ({ page }) => {
  await page.goto('plans/');
  await expect(page.getByText('You have not kept a routine yet.')).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: 'Build a routine' })).toBeVisible();
  await expectNoViolations(page);
});

test('a kept routine says what it is, and leads to a session and the builder', async ({ page }) => {
  await open(page, calmSessions([20]));
  const mornings = card(page, 'Mornings');
  await expect(mornings).toContainText('3 movements');
  await expect(mornings).toContainText(/\d+ minutes/);
  await expect(mornings).toContainText('last done on Fri 20 November');
  await expect(mornings).toContainText('Slowly, <b>please</b>.');
  await expect(card(page, 'When it is bad')).toContainText('6 minutes, planned anew each time');
  const start = mornings.getByRole('link', { name: 'Start Mornings' });
  await expect(start).toHaveAttribute('href', /\/session\/#plan=11111111-.*1$/);
  const builder = mornings.getByRole('link', { name: 'Open Mornings' });
  await expect(builder).toHaveAttribute('href', /\/builder\/#plan=11111111-.*1$/);
  await expectNoViolations(page);
});

test('a routine is renamed, copied, deleted and put back by keyboard', async ({ page }) => {
  await open(page);
  const mornings = card(page, 'Mornings');
  await mornings.locator('summary').press('Enter');

  await mornings.getByRole('button', { name: 'Rename Mornings' }).press('Enter');
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
  await page.keyboard.type('Before work');
  await page.keyboard.press('Enter');
  const renamed = card(page, 'Before work');
  await expect(renamed.getByRole('button', { name: 'Rename Before work' })).toBeFocused();

  await renamed.getByRole('button', { name: 'Make a copy' }).press('Enter');
  await expect(card(page, 'Before work (copy)')).toBeVisible();

  await renamed.getByRole('button', { name: 'Delete Before work' }).press('Enter');
  await expect(page.getByText('“Before work” is deleted.')).toBeFocused();
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'Put it back' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Before work', exact: true })).toBeFocused();
  await page.reload();
  await expect(page.getByRole('heading', { level: 3 })).toHaveCount(3);
});

test('two tabs do not overwrite each other', async ({ page, context }) => {
  await open(page);
  const other = await context.newPage();
  await other.goto('plans/');
  await expect(card(other, 'Mornings')).toBeVisible();
  await card(page, 'Mornings').locator('summary').click();
  await page.getByRole('button', { name: 'Rename Mornings' }).click();

  await card(other, 'Mornings').locator('summary').click();
  await other.getByRole('button', { name: 'Delete Mornings' }).click();
  // The first tab hears of it, and shows what is there now.
  await expect(card(page, 'Mornings')).toHaveCount(0);
});

test('a pasted link leads to the builder, and what is no link is said', async ({ page }) => {
  await page.goto('plans/');
  const box = page.getByLabel('Link', { exact: true });
  const paste = async (text: string): Promise<void> => {
    await box.fill(text);
    await page.getByRole('button', { name: 'Open it' }).click();
  };
  await paste('<script>alert(1)</script>');
  await expect(page.getByText('There is no routine in this.')).toBeVisible();
  await expect(box).toBeFocused();
  await expectNoViolations(page);
  await paste(`https://example.org/builder/#stage=sore&routine=${CODE.slice(0, -5)}`);
  await expect(page.getByText('The routine in this link is cut off or damaged.')).toBeVisible();
  await paste('Try this: https://example.org/builder/#stage=stiff&minutes=14&surfaces=floor');
  await expect(page).toHaveURL(/\/builder\/#stage=stiff&minutes=14&surfaces=floor/);
});

test('everything goes into a file and out of it, and nothing is doubled', async ({ page }) => {
  await open(page, calmSessions([20]));
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save everything to a file' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('unclench-2026-11-22.json');
  const text = await readFile(await saved.path(), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ format: 'unclench', version: 1 });
  await bringIn(page, text);
  await expect(
    page.getByText('Nothing new is in this file. 3 entries were here already'),
  ).toBeVisible();
});

test('a wrong file changes nothing, and says why', async ({ page }) => {
  await open(page);
  await bringIn(page, '{"format":"other"}');
  await expect(page.getByText('This is not a file that was saved here.')).toBeVisible();
  await bringIn(page, { ...keptOf(), version: 99 });
  await expect(page.getByText('This file was saved by a newer version')).toBeVisible();
  await bringIn(page, { ...keptOf(), plans: [{ id: '<img src=x onerror=alert(1)>' }] });
  await expect(page.getByText('1 entry of the file is damaged')).toBeVisible();
  await expect(page.getByRole('heading', { level: 3 })).toHaveCount(2);
});

test('a file that nests without an end is damaged, and its message replaces the one before', async ({
  page,
}) => {
  await open(page);
  for (const depth of [3_000, 10_000]) {
    const nested = '['.repeat(depth) + ']'.repeat(depth);
    await bringIn(page, `{"format":"unclench","version":1,"damaged":${nested}}`);
    await expect(
      page.getByText('Nothing new is in this file. 1 entry of the file is damaged'),
    ).toBeVisible();
    await bringIn(page, '{"format":"other"}');
    await expect(page.getByText('This is not a file that was saved here.')).toBeVisible();
  }
});

test('what becomes of the settings of a file is said', async ({ page }) => {
  const settings = { calm: true };
  const file = { ...keptOf(), plans: [], settings: { ...settings, voice_speed: 99, voice: 7 } };
  const status = page.getByRole('status').filter({ hasText: 'file' });
  await page.goto('plans/');
  await bringIn(page, file);
  await expect(
    page.getByText(
      'Your settings for sessions were brought in. 2 entries of the file are damaged, and were left out.',
      { exact: true },
    ),
  ).toBeVisible();
  await bringIn(page, { ...file, settings: { ...settings, calm: false } });
  await expect(status).toHaveText(
    'Nothing new is in this file. Your settings here stay as they are.',
  );
  await bringIn(page, { ...file, settings });
  await expect(status).toHaveText('Nothing new is in this file.');
});

test('a later revision in a file comes beside the routine, once', async ({ page }) => {
  await open(page);
  const later = { ...PLANS[0], note: 'Even more slowly.', revision: 9 };
  await bringIn(page, { ...keptOf(), plans: [later] });
  await expect(
    page.getByText(
      'Brought in: 1 routine and 0 sessions. 1 routine differs from the one that is kept here, and was put beside it as a copy.',
      { exact: true },
    ),
  ).toBeVisible();
  await expect(card(page, 'Mornings (copy)')).toContainText('Even more slowly.');
  await expect(card(page, 'Mornings')).toContainText('Slowly, <b>please</b>.');
  await bringIn(page, { ...keptOf(), plans: [later] });
  await expect(page.getByText('Nothing new is in this file. 1 entry was here')).toBeVisible();
  await expect(page.getByRole('heading', { level: 3 })).toHaveCount(3);
});

test('everything is deleted only after a second question', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Delete everything' }).press('Enter');
  const question = page.getByText(/^Delete 2 routines, 0 sessions and all settings/);
  await expect(question).toBeFocused();
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'No, keep it' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'What is kept, and where' })).toBeFocused();
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await page.getByRole('button', { name: 'Yes, delete everything' }).click();
  await expect(page.getByText('Everything is deleted.')).toBeVisible();
  await page.reload();
  await expect(page.getByText('You have not kept a routine yet.')).toBeVisible();
});

test('without a database it says that nothing lasts, and still works', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', { value: undefined });
  });
  await open(page);
  await expect(page.getByText('This browser keeps nothing here')).toBeVisible();
  await expect(card(page, 'Mornings')).toBeVisible();
});

test('a full device is said, and nothing is lost', async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await card(page, 'Mornings').locator('summary').click();
  await page.getByRole('button', { name: 'Make a copy Mornings' }).click();
  await expect(page.getByRole('alert')).toContainText('Your device is full');
  await expect(page.getByRole('heading', { level: 3 })).toHaveCount(2);
});

test('a storage that breaks while the page is open is said, and nothing hangs', async ({
  page,
}) => {
  await open(page);
  await page.evaluate(() => {
    IDBDatabase.prototype.transaction = () => {
      throw new DOMException('gone', 'InvalidStateError');
    };
  });
  await page.getByRole('button', { name: 'Save everything to a file' }).click();
  await expect(page.getByText('Your routines could not be loaded.')).toBeVisible();
});

test('a code alone is judged by what the kept routines say of the reader', async ({ page }) => {
  const [plan] = PLANS;
  const request = { ...plan?.request, conditions: ['pregnancy'] };
  await page.goto('plans/');
  await bringIn(page, { ...keptOf(), plans: [{ ...plan, request }] });
  await expect(page.getByText(/^Brought in: 1 routine/)).toBeVisible();
  await page.getByLabel('Link', { exact: true }).fill(CODE);
  await page.getByRole('button', { name: 'Open it' }).click();
  await expect(page.getByRole('checkbox', { name: 'Pregnant' })).toBeChecked();
});
