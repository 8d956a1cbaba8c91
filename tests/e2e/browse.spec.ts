import { expect, test } from './fixtures';

test('leads from home to the library to an exercise with its dose and source', async ({
  home,
  library,
  exercise,
}) => {
  await home.open();
  await home.browseExercises();
  await expect(library.heading).toHaveText('Exercises');

  await library.openExercise('Cat-camel');
  await expect(exercise.title).toHaveText('Cat-camel');
  await expect(exercise.content).toContainText(
    'Relieve Back Spasms with Effective Stretches and Exercises',
  );
  await expect(exercise.content).toContainText(/5 (to|or|–) 8/);
});

test('names the five places to go in the header of every page', async ({ home, page }) => {
  await home.open();
  for (const [name, address] of [
    ['Exercises', /\/exercises\/$/],
    ['Build a routine', /\/builder\/(#|$)/],
    ['Routines', /\/routines\/$/],
    ['Saved', /\/plans\/$/],
    ['Get help now', /\/get-help\/$/],
  ] as const) {
    await home.goTo(name);
    await expect(page).toHaveURL(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
});

test('answers an unknown address with a page that leads back', async ({ page, problems }) => {
  problems.allow(/status of 404/);
  const response = await page.goto('there-is-no-such-page/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Exercises' })).toBeVisible();
});

test('opens the sources of a page for a link to one of them, and on paper', async ({
  exercise,
  page,
}) => {
  await exercise.open('bridge');
  const source = page.locator('#source-1');
  await expect(source).toBeHidden();

  await exercise.content.getByRole('link', { name: 'Source 1', exact: true }).first().click();
  await expect(source).toBeInViewport();

  await exercise.open('bridge');
  await page.emulateMedia({ media: 'print' });
  await expect(source).toBeVisible();
});
