// The edition in one file, in two languages: in each of them everything works.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { copyEdition } from '../program/shipped-edition.mjs';
import { withChangedWords } from '../web/words-file.mjs';
import { expect, test } from './fixtures';

const folder = mkdtempSync(join(tmpdir(), 'unclench-languages-'));
const inFolder = (path: string): string => join(folder, path);
const FILE = pathToFileURL(inFolder('edition.html')).href;

// The rest of it stays in English.
const hebrew = (original: string): string =>
  original.replace(/^---\n.*?\n---\n/s, '---\ntitle: גשר\nsummary: הרימו את האגן.\n---\n');

test.beforeAll(() => {
  copyEdition(folder);
  const settings = readFileSync(inFolder('site/site.yaml'), 'utf8');
  writeFileSync(inFolder('site/site.yaml'), `${settings}languages: [he]\n`);
  const marked = (text: string, key: string): string =>
    key === 'language_name' ? 'עברית' : `${text}~`;
  const english = readFileSync('site/words/en-GB.yaml', 'utf8');
  writeFileSync(inFolder('site/words/he.yaml'), withChangedWords(english, marked));
  const bridge = readFileSync('content/exercises/bridge.md', 'utf8');
  writeFileSync(inFolder('content/exercises/bridge.he.md'), hebrew(bridge));
  const { stderr, status } = spawnSync(
    resolve('build/release/unclench'),
    ['build', '--single-file', 'edition.html', '--web', resolve('build/web')],
    { cwd: folder, encoding: 'utf8' },
  );
  expect([stderr, status]).toEqual(['', 0]);
});
test.afterAll(() => rmSync(folder, { recursive: true }));

test('plans a routine in the second language, and in the first again', async ({
  builder,
  page,
}) => {
  await page.goto(`${FILE}#/he/builder/?stage=sore&minutes=10`);
  const routine = page.getByRole('region', { name: 'Your routine~' });
  await expect(routine.getByRole('link', { name: 'גשר', exact: true })).toBeVisible();
  await expect(routine.getByRole('status').first()).toHaveText(/10 movements~.*~$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'he');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await page.getByRole('button', { name: 'One minute more~' }).click();
  await expect(page).toHaveURL(/#\/he\/builder\/\?stage=sore&minutes=11/);

  const footer = page.getByRole('contentinfo');
  await expect(footer).toContainText('Stop if it hurts more');
  await page.getByRole('banner').getByRole('link', { name: 'Exercises~' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Exercises~');
  await footer.getByRole('link', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en-GB');
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
  await page
    .getByRole('banner')
    .getByRole('link', { name: 'Build a routine', exact: true })
    .click();
  await expect(builder.movement('Bridge').or(builder.movement('Cat-camel')).first()).toBeVisible();
  await page.goBack();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Exercises~');
});

test('searches in the language that is read', async ({ page }) => {
  await page.goto(`${FILE}#/he/search/`);
  const field = page.getByRole('searchbox').first();
  await field.fill('גשר');
  await page.getByRole('link', { name: 'גשר' }).first().click();
  await expect(page).toHaveURL(/#\/he\/exercises\/bridge\/$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('גשר');
});

test('runs a session and keeps routines in the second language', async ({ page }) => {
  await page.goto(`${FILE}#/he/`);
  await page.getByRole('link', { name: "I'm in spasm now~" }).click();
  await page.getByRole('button', { name: /^None of these.*~$/ }).click();
  await expect(page.getByRole('button', { name: 'Pause~', exact: true })).toBeVisible();
  await page.goto(`${FILE}#/he/plans/`);
  await expect(page.getByText('You have not kept a routine yet.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Build a routine~' }).first()).toHaveAttribute(
    'href',
    /^#\/he\/builder\//,
  );
  await page.goto(`${FILE}#/he/progress/`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('~');
});

test('jumps to a section of a page whose script has short ids', async ({ page }) => {
  await page.goto(`${FILE}#/he/builder/routine`);
  await expect(page.getByRole('region', { name: 'Your routine~' })).toBeInViewport();
});
