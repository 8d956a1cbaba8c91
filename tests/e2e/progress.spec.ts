import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { calmSessions, keptFile, keptOf } from './kept-file';

const DAYS = [5, 8, 11, 13, 15, 17, 19, 21];

async function open(page: Page, sessions: readonly object[]): Promise<void> {
  await page.clock.setFixedTime('2026-11-22T08:00:00');
  await page.goto('plans/');
  await page.getByLabel('Bring in a file').setInputFiles(keptFile(keptOf(sessions)));
  await expect(page.getByText(/^Brought in/)).toBeVisible();
  await page.goto('progress/');
  await expect(page.getByRole('heading', { name: 'Next time' })).toBeVisible();
}

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
}

test('before the first session it says what will be here', async ({ page }) => {
  await page.goto('progress/');
  await expect(page.getByText('Nothing is here yet.')).toBeVisible();
  await expectNoViolations(page);
});

test('the next morning is asked about, and its answer lets one movement rise', async ({ page }) => {
  await open(page, calmSessions(DAYS));
  const question = page.getByRole('group', { name: 'How is your back this morning?' });
  await question.getByRole('button', { name: '1', exact: true }).press('Enter');
  await expect(page.getByText('Noted: 1 out of 10. Thank you.')).toBeFocused();
  const rise = page.getByText('“Bridge” goes up a small step');
  await expect(rise).toBeVisible();

  await test.step('which a person may refuse, and take back', async () => {
    await page.getByRole('button', { name: 'Keep it as it was Bridge' }).press('Enter');
    await expect(page.getByText('“Bridge” does not go up, as you asked.')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Next time' })).toBeFocused();
    await expect(rise).toBeHidden();
    await page.reload();
    await expect(page.getByText('Noted')).toHaveCount(0);
    await page.getByRole('button', { name: 'Let it go up again Bridge' }).click();
    await expect(rise).toBeVisible();
  });
});

test('each chart has a table that says the same', async ({ page }) => {
  await open(page, calmSessions(DAYS, 1));
  await expect(
    page.getByRole('img', { name: /^Your pain\..* 2 before and 1 after/ }),
  ).toBeVisible();
  await expect(page.getByRole('img', { name: /^Your days\. 8 days with movement/ })).toBeVisible();
  for (const summary of await page.getByText('As a table').all()) await summary.click();
  const pain = page.getByRole('region', { name: 'Table: Your pain' });
  await expect(pain.getByRole('row')).toHaveCount(DAYS.length + 1);
  await expect(pain.getByRole('row', { name: /^Sat 21 November 2 1 1$/ })).toBeVisible();
  await expect(page.getByRole('row', { name: 'Bird dog 0 1' })).toBeVisible();
  await expectNoViolations(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectNoViolations(page);
});

test('help is named when pain does not ease for two weeks', async ({ page }) => {
  await open(page, calmSessions([1, 5, 10, 15, 20]));
  await expect(page.getByText('Your pain has not eased in 2 weeks.')).toBeVisible();
});

test('a session is deleted and put back; all are deleted after a question', async ({ page }) => {
  await open(page, calmSessions(DAYS, 1));
  await page.getByRole('button', { name: 'Delete the session of Sat 21 November' }).press('Enter');
  await expect(page.getByText('The session of Sat 21 November is deleted.')).toBeFocused();
  await expect(page.getByRole('heading', { name: '7 sessions' })).toBeVisible();
  await page.getByRole('button', { name: 'Put it back' }).press('Enter');
  await expect(page.getByRole('heading', { name: '8 sessions' })).toBeVisible();
  await expect(page.locator(':focus')).toContainText('Sat 21 November');
  await page.getByRole('button', { name: 'Show all sessions' }).press('Enter');
  await expect(page.locator(':focus')).toContainText('Thu 5 November');
  await page.getByRole('button', { name: 'Delete all sessions' }).click();
  await page.getByRole('button', { name: 'Yes, delete them' }).press('Enter');
  await expect(page.getByText('All sessions are deleted.')).toBeFocused();
  await expect(page.getByText('Nothing is here yet.')).toBeVisible();
});

test('sessions and reminders are saved as files', async ({ page }) => {
  await open(page, calmSessions(DAYS, 1));
  const save = async (name: string): Promise<string> => {
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name }).click();
    return readFile(await (await saving).path(), 'utf8');
  };
  expect(await save('Save a table (CSV)')).toMatch(/^date,started,.*\r\n2026-11-05,/);
  await page.getByLabel('Sun', { exact: true }).uncheck();
  await page.getByRole('button', { name: 'One more time a day' }).click();
  await expect(page.getByLabel('Time 2')).toBeFocused();
  const calendar = await save('Make a calendar file');
  expect(calendar).toContain('BYDAY=MO,TU,WE,TH,FR,SA;COUNT=24');
  expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(2);
});

test('a session says where it hurt, and with which sign it ended', async ({ page }) => {
  const [session] = calmSessions([21], 1);
  const movements = [{ id: 'bridge', step: 1, felt: 'hurt', hurts: 'much' }];
  await open(page, [{ ...session, ending: 'symptoms', sign: 'dizzy', movements }]);
  const shown = page.getByRole('region', { name: '1 session' });
  await expect(shown).toContainText('Bridge hurt: your back, a lot');
  await expect(shown).toContainText('A warning sign: dizzy or faint');
});
