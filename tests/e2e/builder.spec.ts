import { expect, test } from './fixtures';

// "9 minutes 40 seconds, 5 movements, 1 change of position"
const SUMMARY = /^(\d+ minutes?)?( ?\d+ seconds?)?, \d+ movements?, (no|\d+) changes? of position$/;
const REST = 'Hook lying (legs supported)';

test('shows a routine at once, each movement with its dose, its time and its reason', async ({
  builder,
}) => {
  await builder.open();
  await expect(builder.stage('Sore')).toBeChecked();
  await expect(builder.summary).toHaveText(SUMMARY);
  await expect(builder.movements.first()).toContainText('Start:');
  for (const movement of await builder.movements.all()) {
    await expect(movement).toContainText(/(Hold|For|times|Once)/);
    await expect(movement).toContainText(/(minute|second)s?, with getting ready/);
    await expect(movement).toContainText('Why it is in: ');
  }
});

test('leads to a page for every movement of the routine', async ({ builder, exercise }) => {
  await builder.open();
  const link = builder.movements.first().getByRole('heading').getByRole('link');
  const title = (await link.textContent()) ?? '';
  await link.click();
  await expect(exercise.title).toHaveText(title);
});

test('offers another routine when the stage changes', async ({ builder }) => {
  await builder.open('#stage=well&minutes=20');
  await expect(builder.summary).toHaveText(SUMMARY);
  const whenWell = await builder.titles();

  await builder.stage('In spasm').check();
  await expect.poll(() => builder.titles()).not.toEqual(whenWell);
  await expect(builder.summary).toHaveText(/(no change|1 change) of position$/);
});

test('fills the minutes that there are, and no more', async ({ builder, page }) => {
  await builder.open();
  await expect(builder.summary).toHaveText(SUMMARY);
  const inTen = await builder.titles();

  await builder.setMinutes(4);
  await expect(builder.summary).toHaveText(/^(4 minutes,|[123] minutes?)/);
  expect((await builder.titles()).length).toBeLessThan(inTen.length);

  await page.getByRole('button', { name: 'One minute more' }).click();
  await expect(builder.minutes).toHaveValue('5');
});

test('keeps out what a condition forbids and says why', async ({ builder }) => {
  await builder.open();
  await expect(builder.movement(REST)).not.toHaveCount(0);

  await builder.answer('Pregnant').check();
  await expect(builder.movement(REST)).toHaveCount(0);
  await expect(builder.routine).not.toContainText('lying on your back');
  await builder.showLeftOut();
  await expect(
    builder.leftOutUnder('Your conditions rule these out').filter({ hasText: REST }),
  ).toContainText('Not with pregnant.');
  await expect(builder.leftOutEntry(REST).getByRole('button')).toHaveCount(0);
});

test('sets the care that a condition asks for apart, in words', async ({ builder }) => {
  await builder.open('#stage=sore&minutes=20&surfaces=floor&conditions=osteoporosis');
  await expect(builder.answer('Weak bones or spinal fracture')).toBeChecked();
  await expect(builder.routine.getByText(/^Take care: /).first()).toBeVisible();
});

test('leaves a movement out, puts it in again and starts again', async ({ builder, page }) => {
  await builder.open();
  await expect(builder.movements.nth(1)).toBeVisible();
  const atFirst = await builder.titles();
  const title = atFirst[1] ?? '';

  await builder.leaveOut(title);
  await expect(builder.movement(title)).toHaveCount(0);
  await expect(page).toHaveURL(/exclude=/);
  await builder.showLeftOut();
  await expect(builder.leftOutUnder('You left these out')).toHaveCount(1);

  await builder.putIn(title);
  await expect(builder.movement(title)).not.toHaveCount(0);
  await expect(builder.movement(title).first()).toContainText('You asked for it.');
  await expect(page).toHaveURL(/include=/);

  await builder.startAgain.click();
  await expect(builder.startAgain).toBeHidden();
  await expect.poll(() => builder.titles()).toEqual(atFirst);
  await expect(page).not.toHaveURL(/(include|exclude)=/);
});

test('asks for a place instead of planning without one', async ({ builder }) => {
  await builder.open();
  await expect(builder.summary).toHaveText(SUMMARY);

  await builder.answer('On the floor').uncheck();
  await expect(builder.placeProblem).toBeVisible();
  await expect(builder.summary).toHaveText('No routine yet: choose where you can be.');
  await expect(builder.movements).toHaveCount(0);

  await builder.answer('In bed').check();
  await expect(builder.summary).toHaveText(SUMMARY);
  await expect(builder.placeProblem).toBeHidden();
});

test('says what to change when nothing fits', async ({ builder }) => {
  await builder.open('#stage=sore&minutes=10&surfaces=chair&include=bridge');
  await expect(builder.summary).toHaveText('No routine fits these answers.');
  await expect(builder.routine).toContainText('Any one of these would help:');
  await expect(builder.routine).toContainText('Add a place to be: in bed.');
});

test('can be used with the keyboard alone', async ({ builder, page }) => {
  await builder.open();
  await expect(builder.summary).toHaveText(SUMMARY);

  await builder.tabTo(builder.stage('Sore'));
  await page.keyboard.press('ArrowDown');
  await expect(builder.stage('Stiff')).toBeChecked();
  await expect(builder.stage('Stiff')).toBeFocused();

  await builder.tabTo(builder.minutes);
  await page.keyboard.press('ArrowRight');
  await expect(builder.minutes).toHaveValue('11');
  await expect(builder.minutes).toBeFocused();

  await builder.tabTo(builder.answer('Wall'));
  await page.keyboard.press('Space');
  await expect(builder.answer('Wall')).toBeChecked();
  await expect(builder.answer('Wall')).toBeFocused();

  const title = (await builder.titles())[1] ?? '';
  await builder.tabTo(builder.movement(title).getByRole('button', { name: /^Leave this out/ }));
  await page.keyboard.press('Enter');
  await expect(builder.movement(title)).toHaveCount(0);
  // The row in its place, not a button: a second press must not leave out a second movement.
  await expect(builder.routine.locator('li:focus')).toHaveCount(1);
});

test('keeps the choices in the address over a reload', async ({ builder, page }) => {
  await builder.open();
  await expect(builder.summary).toHaveText(SUMMARY);
  await builder.stage('Stiff').check();
  await builder.setMinutes(17);
  await builder.answer('In bed').check();
  await builder.answer('Chair').uncheck();
  await builder.answer('Dizziness').check();
  await expect(page).toHaveURL(/stage=stiff&minutes=17&surfaces=bed,floor&.*conditions=dizziness$/);
  const summary = (await builder.summary.textContent()) ?? '';
  const titles = await builder.titles();

  await page.reload();
  await expect(builder.summary).toHaveText(summary);
  await expect(builder.stage('Stiff')).toBeChecked();
  await expect(builder.minutes).toHaveValue('17');
  await expect(builder.answer('In bed')).toBeChecked();
  await expect(builder.answer('Chair')).not.toBeChecked();
  await expect(builder.answer('Dizziness')).toBeChecked();
  expect(await builder.titles()).toEqual(titles);
});

test('ignores what it does not know in a link', async ({ builder }) => {
  await builder.open('#stage=flying&minutes=ten&surfaces=moon,bed&exclude=no-such-movement');
  await expect(builder.summary).toHaveText(SUMMARY);
  await expect(builder.stage('Sore')).toBeChecked();
  await expect(builder.minutes).toHaveValue('10');
  await expect(builder.answer('In bed')).toBeChecked();
  await expect(builder.answer('On the floor')).not.toBeChecked();
  await expect(builder.startAgain).toBeHidden();
});

test('says what to do when the core cannot be loaded', async ({ builder, page, problems }) => {
  problems.allow(/.*/);
  // Routed for the page: the worker would fetch past it, and it is not there on a first visit.
  await page.route(/\.wasm$/, (route) => route.fulfill({ status: 500, body: '' }));
  await builder.open();
  await expect(builder.summary).toHaveText('The builder could not be loaded.');
  await expect(builder.routine.getByRole('button', { name: 'Try again' })).toBeVisible();
  await expect(builder.routine.getByRole('link', { name: 'ready-made routines' })).toBeVisible();
});

test('is left while its files arrive without an error, and loads them on return', async ({
  builder,
  home,
  page,
}) => {
  let letThrough = (): void => {};
  const held = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route('**/*.wasm', async (route) => {
    await held;
    await route.continue().catch(() => undefined); // the page that asked may be gone
  });
  const asked = page.waitForRequest('**/*.wasm');
  await builder.open();
  await asked;
  await home.goTo('Routines');
  await expect(page).toHaveURL(/\/routines\/$/);

  letThrough();
  await page.goBack();
  await expect(builder.summary).toHaveText(SUMMARY);
});
