// What a person does to a routine by hand.

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { calmSessions, keptFile, keptOf } from './kept-file';

async function expectNoAxeFindings(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
  );
  expect(found).toEqual([]);
}

const HAND_MADE = 'This routine was made by hand.';

test.describe('on the first visit of a day', () => {
  test.use({ checked: false });

  test('asks about warning signs before it shows a routine, and only once', async ({
    builder,
    page,
  }) => {
    await builder.open();
    const signs = page.getByRole('region', { name: 'First: do you have any of these?' });
    await expect(signs).toContainText('You have chest pain.');
    await expect(builder.movements).toHaveCount(0);
    await expectNoAxeFindings(page);

    await signs.getByRole('button', { name: 'None of these' }).click();
    await expect(signs).toBeHidden();
    await expect(builder.movements.first()).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Your routine' })).toBeFocused();
    await page.reload();
    await expect(builder.movements.first()).toBeVisible();
    await expect(signs).toBeHidden();
  });

  test('asks again on a page that was left open over night, and keeps what was done on it', async ({
    builder,
    page,
  }) => {
    await page.clock.install({ time: new Date('2026-11-22T23:50:00') });
    await builder.open();
    const none = page.getByRole('button', { name: 'None of these' });
    await none.click();
    await builder.press('Cat-camel', 'Leave this out');
    await expect(builder.movement('Cat-camel')).toHaveCount(0);
    const shown = await builder.titles();
    await page.clock.setFixedTime(new Date('2026-11-23T07:00:00'));
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expect(page.getByRole('heading', { name: /^First: do you have/ })).toBeFocused();
    await expect(builder.movements).toHaveCount(0);
    await none.click();
    await expect.poll(() => builder.titles()).toEqual(shown);
  });

  test('leads from a warning sign to help, and asks again', async ({ builder, page }) => {
    await builder.open();
    await page.getByRole('link', { name: 'Yes, or I am not sure' }).click();
    await expect(page).toHaveURL(/\/get-help\/$/);
    await page.goBack();
    await expect(page.getByRole('button', { name: 'None of these' })).toBeVisible();
    await expect(builder.movements).toHaveCount(0);
  });
});

test('swaps a movement for one that the core offers, takes it back and does it again', async ({
  builder,
}) => {
  await builder.open();
  await expect(builder.movement('Cat-camel')).toHaveCount(1);
  const atFirst = await builder.titles();
  await builder.press('Cat-camel', 'Swap');
  const offer = builder.movement('Cat-camel').getByRole('list').getByRole('listitem').first();
  const other = (await offer.getByRole('link').textContent()) ?? '';
  await expect(offer).toContainText(/for you\./);
  await offer.getByRole('button', { name: /^Use this/ }).click();

  await expect(builder.movement(other)).toHaveCount(1);
  await expect(builder.movement('Cat-camel')).toHaveCount(0);
  await expect(builder.routine.locator('li:focus')).toHaveCount(1);
  await expect(builder.routine).toContainText(HAND_MADE);
  const swapped = await builder.titles();
  await builder.button('Undo').click();
  await expect.poll(() => builder.titles()).toEqual(atFirst);
  await builder.button('Redo').click();
  await expect.poll(() => builder.titles()).toEqual(swapped);
  await builder.button('Plan it anew').click();
  await expect.poll(() => builder.titles()).toEqual(atFirst);
});

test('shows a broken rule where it is broken, and keeps what the person wants', async ({
  builder,
  page,
}) => {
  await builder.open();
  await expect(builder.movement('Bridge')).toHaveCount(1);
  const titles = await builder.titles();
  const up = builder.movement('Bridge').getByRole('button', { name: 'Move up: Bridge' });
  await builder.tabTo(up);
  await page.keyboard.press('Enter');
  await expect.poll(() => builder.titles()).not.toEqual(titles);
  await expect(up).toBeFocused();
  await expect(builder.routine).toContainText('“Bridge” is number');
  await page.keyboard.press('Enter');
  await expect(
    builder.movements.filter({ hasText: 'We would do this differently:' }),
  ).not.toHaveCount(0);
  await expect(
    builder.routine.getByRole('link', { name: 'Start this session', exact: true }),
  ).toBeVisible();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(() => builder.titles()).toEqual(titles);
});

test('moves a movement by dragging it', async ({ builder, page, isMobile }) => {
  test.skip(isMobile, 'a mouse is enough');
  await page.setViewportSize({ width: 1280, height: 2400 });
  await builder.open();
  await expect(builder.movements.nth(3)).toBeVisible();
  const titles = await builder.titles();
  const handle = builder.movements.nth(1).locator('[data-handle]');
  const target = await builder.movements.nth(3).boundingBox();
  await handle.hover();
  await page.mouse.down();
  await page.mouse.move(800, (target?.y ?? 0) + (target?.height ?? 0), { steps: 5 });
  await page.mouse.up();
  const [first, second, third, fourth, ...rest] = titles;
  await expect.poll(() => builder.titles()).toEqual([first, third, fourth, second, ...rest]);
});

test('lets the movements that are in sight glide to their places, and no others', async ({
  builder,
  page,
}) => {
  await builder.open('#stage=sore&minutes=30&surfaces=floor&conditions=');
  await expect(builder.movements.nth(9)).toBeAttached();
  const down = builder.movements.nth(0).getByRole('button', { name: /^Move down/ });
  await down.scrollIntoViewIfNeeded();
  const { gliding, rows } = await page.evaluate(
    () =>
      new Promise<{ gliding: string[]; rows: string[] }>((resolve) => {
        const list = document.querySelector('#routine-movements') as HTMLElement;
        const keys = (rows: Element[]): string[] =>
          rows.map((row) => (row as HTMLElement).dataset.key ?? '');
        new MutationObserver(() => {
          const rows = [...list.children];
          const gliding = rows.filter((row) => row.getAnimations().length > 0);
          resolve({ gliding: keys(gliding), rows: keys(rows) });
        }).observe(list, { childList: true });
        list.querySelector<HTMLElement>('.movement-order button:last-child')?.click();
      }),
  );
  expect(gliding.length).toBeGreaterThanOrEqual(2); // those that changed places
  expect(gliding.length).toBeLessThanOrEqual(4);
  expect(gliding).toEqual(rows.slice(0, gliding.length));
});

test('changes a dose inside its range, locks it, and plans around it', async ({
  builder,
  page,
}) => {
  await builder.open();
  await builder.press('Bridge', 'Dose and note');
  const bridge = builder.movement('Bridge');
  const more = bridge.getByRole('button', { name: /^A little more/ });
  const dose = bridge.locator('.movement-dose');
  await expect(dose).toHaveText('Hold 5 seconds, 8 times');
  await expect(more).toHaveAttribute('aria-disabled', 'true');
  await bridge.getByRole('button', { name: /^A little less/ }).click();
  await expect(dose).toHaveText('Hold 5 seconds, 7 times');
  await expect(more).not.toHaveAttribute('aria-disabled');
  await bridge.getByRole('button', { name: /^Lock it/ }).click();
  await expect(dose).toContainText('(locked)');
  await bridge.getByLabel(/^A note for this movement/).fill('Press your heels down.');
  await expect(page).toHaveURL(/routine=/);
  await expectNoAxeFindings(page);

  await builder.setMinutes(5);
  await builder.button('Plan it anew').click();
  await expect(builder.routine).not.toContainText(HAND_MADE);
  await expect(dose).toHaveText('Hold 5 seconds, 7 times (locked)');
});

test('what was made by hand comes back with its stage, and every way to plan another stays', async ({
  builder,
}) => {
  await builder.open('#stage=sore&minutes=10');
  const dose = builder.movement('Bridge').locator('.movement-dose');
  await builder.press('Bridge', 'Dose and note');
  const less = builder.movement('Bridge').getByRole('button', { name: /^A little less/ });
  await less.click();
  await expect(dose).toHaveText('Hold 5 seconds, 7 times');
  await less.click();
  await expect(dose).toHaveText('Hold 5 seconds, 6 times');
  const titles = await builder.titles();
  await builder.stage('Well').check();
  await expect(dose).not.toHaveText('Hold 5 seconds, 6 times');
  await builder.stage('In spasm').check();
  await expect(builder.movement('Bridge')).toContainText('Not safe for you:');
  await builder.stage('Sore').check();
  await expect(dose).toHaveText('Hold 5 seconds, 6 times');
  await builder.button(/^Shorter/).click();
  await expect(builder.minutes).toHaveValue('8');
  await expect(builder.routine).not.toContainText(HAND_MADE);
  await builder.button('Undo').click();
  await expect.poll(() => builder.titles()).toEqual(titles);
  await expect(dose).toHaveText('Hold 5 seconds, 6 times');
  await builder.button('Another one').click();
  await expect.poll(() => builder.titles()).not.toEqual(titles);
});

test('each press of a button for the minutes is a step of its own', async ({ builder, page }) => {
  await builder.open('#stage=sore&minutes=10');
  await expect(builder.movements.first()).toBeVisible();
  for (const minutes of ['11', '12']) {
    await page.getByRole('button', { name: 'One minute more' }).click();
    await expect(builder.minutes).toHaveValue(minutes);
  }
  await builder.button('Undo').click();
  await expect(builder.minutes).toHaveValue('11');
});

test('never lets a rule of safety be set aside', async ({ builder, page }) => {
  await builder.open();
  await builder.press('Bridge', 'Dose and note');
  await builder
    .movement('Bridge')
    .getByLabel(/^A note/)
    .fill('Slowly');
  await expect(builder.routine).toContainText(HAND_MADE);
  await builder.answer('Pregnant').check();
  await expect(builder.movement('Bridge')).toContainText('Not safe for you: Not with pregnant.');
  const start = builder.routine.getByRole('link', { name: 'Start this session', exact: true });
  await expect(start).toHaveCount(0);
  await expect(builder.button('Keep, send or print')).toHaveCount(0);
  await expectNoAxeFindings(page);

  const unsafe = builder.movements.filter({ hasText: 'Not safe for you:' });
  for (let left = await unsafe.count(); left > 0; --left) {
    await unsafe
      .first()
      .getByRole('button', { name: /^Leave this out/ })
      .click();
    await expect(unsafe).toHaveCount(left - 1);
  }
  await expect(start).toBeVisible();
  await builder.showLeftOut();
  await expect(builder.leftOutEntry('Bridge').getByRole('button')).toHaveCount(0);
});

test('finds any other movement, and puts it in by hand although a thing is missing', async ({
  builder,
  page,
}) => {
  await builder.open('#stage=well&minutes=10&surfaces=floor&equipment=');
  await builder.showLeftOut();
  await page.getByLabel('Look for a movement').fill('chair rest');
  const entry = builder.leftOutEntry('Chair rest');
  await expect(entry).toContainText('chair');
  await entry.getByRole('button', { name: /^Put it in all the same/ }).click();
  await expect(builder.movement('Chair rest')).toContainText('We would do this differently:');
});

test('plans another one, shorter ones and one for the bed', async ({ builder, page }) => {
  await builder.open('#stage=stiff&minutes=15');
  await expect(builder.movements.first()).toBeVisible();
  const best = await builder.titles();
  await builder.button('Another one').click();
  await expect.poll(() => builder.titles()).not.toEqual(best);
  await builder.button('The best one again').click();
  await expect.poll(() => builder.titles()).toEqual(best);

  await builder.button(/^Shorter/).click();
  await expect(builder.minutes).toHaveValue('10');
  await builder.button('In bed only').click();
  await expect(builder.answer('In bed')).toBeChecked();
  await expect(builder.answer('On the floor')).not.toBeChecked();
  await expect(page).toHaveURL(/surfaces=bed&/);
  await expect(builder.movements.first()).toContainText('in bed');
});

test('works without workers, animations, a clipboard and a database', async ({
  builder,
  page,
  problems,
}) => {
  problems.allow(/IndexedDB|indexedDB/);
  await page.addInitScript(() => {
    for (const name of ['Worker', 'indexedDB', 'BroadcastChannel', 'structuredClone'])
      Object.defineProperty(window, name, { value: undefined });
    Object.defineProperty(Element.prototype, 'animate', { value: undefined });
    for (const name of ['clipboard', 'share', 'storage', 'userActivation'])
      Object.defineProperty(navigator, name, { value: undefined });
    Object.defineProperty(crypto, 'randomUUID', { value: undefined });
  });
  await builder.open();
  await builder.leaveOut('Cat-camel');
  await expect(builder.movement('Cat-camel')).toHaveCount(0);
  await builder.button('Keep, send or print').click();
  await builder.button('Save on this device').click();
  await expect(builder.routine).toContainText('Saved until you close this page.');
});

test('asks for what eases, what to work on and how one is now', async ({ builder, page }) => {
  await builder.open();
  await page.getByText('More about you').click();
  await builder.stage('Bending back eases it').check();
  await builder.answer('Buttocks').check();
  await page.getByLabel('How are you now?').selectOption('standing');
  await expect(page).toHaveURL(/focus=glutes&eases=extension&posture=standing$/);
  await page.reload();
  await expect(builder.stage('Bending back eases it')).toBeChecked();
  await expect(builder.answer('Buttocks')).toBeChecked();
  await expect(page.getByLabel('How are you now?')).toHaveValue('standing');
});

test('goes on from the sessions so far, says why, and leaves them aside when asked to', async ({
  builder,
  page,
}) => {
  await builder.open();
  await expect(builder.movement('Bridge')).toHaveCount(1);
  await page.waitForFunction(async () => (await indexedDB.databases()).length > 0);
  await page.evaluate(keepCalmSessions);
  await page.reload();
  const dose = builder.movement('Bridge').locator('.movement-dose');
  await expect(builder.routine).toContainText(/“Bridge” goes up a small step/);
  await expect(dose).toHaveText('Hold 5 seconds, 7 times');
  await builder.button('Not this time').click();
  await expect(dose).toHaveText('Hold 5 seconds, 8 times');
  await expect(builder.routine).toContainText('Your last sessions are left aside this time.');
});

/** Three calm sessions with the bridge at one step, as the page of the session keeps them. */
function keepCalmSessions(): Promise<void> {
  const two = (number: number): string => String(number).padStart(2, '0');
  return new Promise((done, fail) => {
    const opening = indexedDB.open('unclench');
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('sessions', 'readwrite');
      for (const ago of [10, 6, 4, 1]) {
        const moment = new Date(Date.now() - ago * 24 * 60 * 60 * 1000);
        const id = `session-${ago}`;
        const session = {
          ...{ id, name: 'Calm', stage: 'sore', ending: 'done', note: '', leg_symptoms: false },
          date: `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`,
          started: moment.toISOString(),
          ...{ played_seconds: 300, planned_seconds: 300 },
          ...{ pain_before: 2, pain_after: 2, pain_next_morning: 1 },
          movements: [{ id: 'bridge', step: 1, felt: 'helped' }],
        };
        transaction.objectStore('sessions').put(session, id);
      }
      transaction.oncomplete = () => {
        opening.result.close();
        done();
      };
    };
  });
}

test('says that nothing could be looked for, when the core does not answer', async ({
  builder,
  page,
}) => {
  await builder.open('#stage=sore&minutes=8&include=bridge');
  await expect.poll(() => builder.titles()).toContain('Bridge');
  await page.evaluate(() => {
    Worker.prototype.postMessage = () => {
      throw new Error('gone');
    };
  });
  await builder.press('Bridge', 'Swap');
  await expect(builder.movement('Bridge')).toContainText('We could not look for something else.');
});

test('knows what was kept while it was put away', async ({ builder, context, page }) => {
  // Nobody tells it, as nobody tells a page that the browser holds back for the way back.
  await context.addInitScript(() => Object.assign(window, { BroadcastChannel: undefined }));
  await page.clock.setFixedTime('2026-11-22T08:00:00');
  await builder.open('#stage=stiff&minutes=8&include=bridge');
  await expect.poll(() => builder.titles()).toContain('Bridge');
  await expect(builder.routine.locator('.plan-progress')).toHaveCount(0);

  const other = await context.newPage();
  await other.goto('plans/');
  const sessions = calmSessions([5, 8, 11, 13, 15, 17, 19, 21], 1);
  await other.getByLabel('Bring in a file').setInputFiles(keptFile(keptOf(sessions)));
  await expect(other.getByText(/^Brought in/)).toBeVisible();
  await page.evaluate(() =>
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
  );
  await expect(builder.routine.locator('.plan-progress')).toBeVisible();
});
