import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test as base } from './fixtures';
import { SessionPage } from './page-models/session-page';

const SPASM =
  '#stage=spasm&minutes=8&surfaces=floor,bed&equipment=&posture=supine&position_changes=0';
const SORE = '#stage=sore&minutes=6&surfaces=floor,standing&equipment=pillow';

const test = base.extend<{ session: SessionPage }>({
  session: async ({ page }, use) => use(new SessionPage(page)),
});

/** With time that passes only when it is told to, and the warning signs answered today. */
async function openSore(session: SessionPage, page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' }); // frames would take most of the time
  await page.clock.install();
  await session.noteDevices();
  await session.open(SORE);
  await session.none.click();
  await session.start.click();
  await expect(session.pause).toBeVisible();
}

test('two taps from the first page run a session lying down, and it speaks', async ({
  home,
  page,
  session,
}) => {
  await session.noteDevices();
  await home.open();
  await page.getByRole('link', { name: "I'm in spasm now" }).click();
  await session.none.click();
  await expect(session.pause).toBeFocused();
  await expect(session.left).toHaveText(/^[78]:\d\d left$/);
  await expect(session.stage.getByRole('img').first()).toBeVisible();
  const [first, second] = await session.said();
  expect(first).toBe('Let us begin.');
  expect(second).toMatch(/^First: /);
  expect((await session.noted()).map(([what]) => what)).not.toContain('say too early');
});

test('was the check made today, one tap on Start is enough', async ({ page, session }) => {
  await session.open(SPASM);
  await session.none.click();
  await session.pause.click();
  await session.end.click();
  await page.reload();
  await expect(session.none).toHaveCount(0);
  await session.start.click();
  await expect(session.pause).toBeVisible();
});

test('a routine that was sent is not played before it is known what applies', async ({
  builder,
  page,
  session,
}) => {
  await builder.open('#stage=sore&minutes=8&include=bridge&name=For Ann&note=Slowly');
  await expect.poll(() => builder.titles()).toContain('Bridge');
  await builder.press('Bridge', 'Dose and note');
  await builder
    .movement('Bridge')
    .getByLabel(/^A note/)
    .fill('Feet flat.');
  await builder.button('Keep, send or print').click();
  const link = await page.getByLabel('The link', { exact: true }).inputValue();
  const sent = link.split('#')[1]?.replace(/&conditions=[^&]*/, '') ?? '';

  await page.goto('about:blank');
  await session.open(`#${sent}`);
  await expect(session.heading('For Ann')).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Slowly');
  await expect(session.start).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole('checkbox', { name: 'Pregnant' }).check();
  await session.button('Look at it for me').click();
  await expect(session.heading('This routine is not played')).toBeFocused();
  await expect(page.getByRole('main').getByRole('listitem').first()).toContainText(': ');
  const inBuilder = page.getByRole('link', { name: 'See it in the builder' });
  await expect(inBuilder).toHaveAttribute('href', /&conditions=pregnancy$/);

  await session.button('Change what applies to me').click();
  await page.getByRole('checkbox', { name: 'Pregnant' }).uncheck();
  await session.button('None of these apply').click();
  await session.start.click();
  await expect(session.pause).toBeVisible();
});

test('is led by the keyboard alone', async ({ page, session }) => {
  await openSore(session, page);
  const first = (await session.movement.textContent()) ?? '';
  await page.keyboard.press('ArrowRight');
  await expect(session.movement).not.toHaveText(first);
  await page.keyboard.press('ArrowLeft');
  await expect(session.movement).toHaveText(first);

  await page.keyboard.press('Space'); // on the button that has the focus
  await expect(session.goOn).toBeFocused();
  await page.keyboard.press('Space');
  await expect(session.pause).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(session.goOn).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(session.movement).not.toHaveText(first);
  await page.keyboard.press('Space'); // skips again: it is the button's own key
  await expect(session.goOn).toBeVisible();

  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('h');
  await expect(session.heading('What do you feel?')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(session.pause).toBeFocused();
  await page.keyboard.press('h');
  await expect(session.heading('What do you feel?')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(session.heading('How shall we go on?')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(session.pause).toBeFocused();
});

test('pauses at a tap anywhere, and at the buttons of a headset', async ({ page, session }) => {
  await openSore(session, page);
  await session.movement.click();
  await expect(session.goOn).toBeVisible();
  await session.movement.click();
  await expect(session.pause).toBeVisible();
  await session.press('pause');
  await expect(session.goOn).toBeVisible();
  await session.press('play');
  await expect(session.pause).toBeVisible();
  const first = (await session.movement.textContent()) ?? '';
  await session.press('nexttrack');
  await expect(session.movement).not.toHaveText(first);
});

test('plays silence, so that a headset has something to pause', async ({ page, session }) => {
  await page.addInitScript(() => {
    const { play } = HTMLMediaElement.prototype;
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      Object.assign(window, { silence: this });
      return play.call(this);
    };
  });
  const state = (): Promise<string> => page.evaluate(() => navigator.mediaSession.playbackState);
  const silence = (): Promise<object> =>
    page.evaluate(() => {
      const { silence } = window as unknown as { silence: HTMLMediaElement };
      const { paused, duration, loop, error } = silence;
      return { paused, duration, loop, error };
    });
  await session.open(SORE);
  await session.none.click();
  expect(await state()).toBe('none');
  await session.start.click();
  await expect.poll(state).toBe('playing');
  await expect.poll(silence).toEqual({ paused: false, duration: 10, loop: true, error: null });
  await session.pause.click();
  await expect.poll(state).toBe('paused');
  await expect.poll(silence).toMatchObject({ paused: true });
  await session.goOn.click();
  await expect.poll(silence).toMatchObject({ paused: false, error: null });
  await session.pause.click();
  await session.end.click();
  await expect.poll(state).toBe('none');
});

test('waits while the tab is hidden for half a minute, and asks', async ({ page, session }) => {
  await openSore(session, page);
  await page.clock.runFor(5000);
  const left = await session.secondsLeft();
  await session.setHidden(true);
  await page.clock.runFor(30_000);
  await session.setHidden(false);
  await expect(session.stage).toContainText('The session waited here while you were away.');
  // The test's own steps take a moment; half a minute is far more.
  expect(left - (await session.secondsLeft())).toBeLessThanOrEqual(5);
  await session.goOn.click();
  await page.clock.runFor(8000);
  await expect.poll(() => session.secondsLeft()).toBeLessThan(left - 5);
});

test('comes back after a reload in the middle of a hold, where it was', async ({
  page,
  session,
}) => {
  await openSore(session, page);
  await page.clock.runFor(20_000);
  await session.setHidden(true);
  await page.clock.runFor(2000);
  const left = await session.secondsLeft();
  const movement = (await session.movement.textContent()) ?? '';
  await page.reload();
  await expect(session.heading('You were in the middle of a session')).toBeVisible();
  await session.goOn.click();
  await session.pause.click();
  await expect(session.movement).toHaveText(movement);
  expect(Math.abs((await session.secondsLeft()) - left)).toBeLessThanOrEqual(3);
});

test('goes on more gently after it hurt, and says so', async ({ page, session }) => {
  await openSore(session, page);
  await session.skip.click();
  await session.hurts.click();
  await session.button('My back hurts a little').click();
  await session.button('Do it more gently').click();
  await expect(session.pause).toBeFocused();
  expect(await session.said()).toContainEqual(expect.stringMatching(/gent/));
});

test('ends with help when it is a warning sign', async ({ page, session }) => {
  await openSore(session, page);
  await session.hurts.click();
  await session.button('A leg is numb, tingles or is weak').click();
  await expect(session.heading('The session is over')).toBeFocused();
  const help = page.getByRole('main').getByRole('link', { name: 'Get help now' });
  await expect(help).toBeInViewport();
  await help.click();
  await expect(page).toHaveURL(/\/get-help\/$/);
});

test('runs to its end without a network and without storage, and asks how it was', async ({
  context,
  page,
  problems,
  session,
}) => {
  problems.allow(/Failed to (fetch|load)|ERR_INTERNET_DISCONNECTED/);
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', { value: undefined });
  });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.clock.install();
  await session.open(SPASM.replace('minutes=8', 'minutes=2'));
  await expect(session.none).toBeVisible();
  await session.none.click();
  await expect(session.pause).toBeVisible();
  await context.setOffline(true);
  await page.clock.runFor(130_000);
  await expect(session.heading('Well done')).toBeVisible();
  const now = session.pain('How bad is your pain now?', 3);
  await now.click();
  await expect(now).toHaveAttribute('aria-pressed', 'true');
});

test('runs where nothing but the screen is there', async ({ page, session }) => {
  await page.addInitScript(() => {
    for (const name of ['speechSynthesis', 'AudioContext', 'Worker', 'crypto'])
      Object.defineProperty(window, name, {
        value: name === 'crypto' ? { getRandomValues: (bytes: Uint8Array) => bytes } : undefined,
      });
    for (const name of ['wakeLock', 'mediaSession', 'vibrate'])
      Object.defineProperty(Navigator.prototype, name, { value: undefined });
    Object.defineProperty(document, 'fullscreenEnabled', { value: false });
  });
  await session.open(SPASM);
  await session.none.click();
  await expect(session.pause).toBeVisible();
  await session.pause.click();
  await expect(session.stage).toContainText('The screen may go dark.');
});

test('counts down on the screen without a voice, and keeps what was set', async ({
  page,
  session,
}) => {
  await session.open(SORE);
  await session.none.click();
  await page.getByText('Voice, sounds and pace').click();
  await page.getByRole('checkbox', { name: 'Say what to do' }).uncheck();
  await page.getByRole('combobox', { name: 'How fast you move' }).selectOption('More slowly');
  await page.reload();
  await page.getByText('Voice, sounds and pace').click();
  await expect(page.getByRole('checkbox', { name: 'Say what to do' })).not.toBeChecked();
  await session.start.click();
  await expect(session.stage.getByRole('status')).toContainText('Get ready');
});

test('asks the morning after how the back is', async ({ page, session }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.clock.install({ time: new Date('2026-11-20T18:00:00') });
  await session.open(SORE);
  await session.none.click();
  await session.start.click();
  await page.clock.runFor(6000);
  await session.pause.click();
  await session.end.click();
  await expect(page.getByText('This is kept on this device only.')).toBeVisible();

  await page.clock.setSystemTime(new Date('2026-11-21T08:00:00'));
  await page.reload();
  await session.none.click();
  const morning = page.getByRole('group', { name: 'How is your back this morning?' });
  await morning.getByRole('button', { name: '2', exact: true }).click();
  await expect(page.getByText('Noted: 2 out of 10. Thank you.')).toBeVisible();
});

const SIZES = [
  { width: 320, height: 568 },
  { width: 390, height: 844 },
  { width: 844, height: 390 },
  { width: 1280, height: 800 },
];

test('fits the screen without scrolling', async ({ isMobile, page, session }) => {
  test.skip(!isMobile, 'once is enough');
  await openSore(session, page);
  await session.skip.click();
  await page.clock.runFor(16_000);
  for (const size of SIZES) {
    await page.setViewportSize(size);
    const excess = await session.stage.evaluate(
      ({ scrollHeight, clientHeight, scrollWidth, clientWidth }) =>
        scrollHeight - clientHeight + (scrollWidth - clientWidth),
    );
    expect(excess, `${size.width} by ${size.height}`).toBe(0);
    for (const button of [session.back, session.pause, session.skip, session.hurts]) {
      const box = await button.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(64);
    }
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in any state, ${colorScheme}`, async ({ isMobile, page, session }) => {
    test.skip(!isMobile, 'once is enough');
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await session.open(SORE);
    const states: [string, () => Promise<void>][] = [
      ['the warning signs', () => expect(session.none).toBeVisible()],
      ['before', () => session.none.click()],
      ['settings', () => page.getByText('Voice, sounds and pace').click()],
      ['running', () => session.start.click()],
      ['paused', () => session.pause.click()],
      [
        'calm',
        () =>
          session
            .button('Calm')
            .click()
            .then(() => session.goOn.click()),
      ],
      ['hurts', () => session.hurts.click()],
      ['how', () => session.button('My back hurts a lot').click()],
      ['going on', () => session.button('End with a rest').click()],
      ['after', () => session.pause.click().then(() => session.end.click())],
    ];
    for (const [name, go] of states) {
      await go();
      const axe = new AxeBuilder({ page });
      if (colorScheme === 'dark') axe.withRules(['color-contrast']); // only colours differ
      const { violations } = await axe.analyze();
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
      );
      expect(found, name).toEqual([]);
    }
  });
}
