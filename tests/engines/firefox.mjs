// Firefox as it is installed, led over WebDriver BiDi by Playwright.

import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { firefox as playwright } from 'playwright-core';
import { remove } from './remove.mjs';

// Debian's, Mozilla's own package, or one that is named. Ubuntu's is a snap, which cannot be led like this.
const PLACES = [process.env.UNCLENCH_FIREFOX, '/usr/bin/firefox-esr', '/usr/lib/firefox/firefox'];

// What Playwright puts into a page for a picture of it, and the policy of the site forbids.
const OWN_STYLE = createHash('sha256').update('body {}').digest('base64');

// What a page was still loading through its service worker when it was left.
const LEFT = /A ServiceWorker intercepted the request and encountered an unexpected error/;

const program = () => PLACES.find((place) => place !== undefined && existsSync(place));

function missing() {
  return program() === undefined ? 'no Firefox that is a Debian package can be found' : undefined;
}

async function launch() {
  const home = mkdtempSync(path.join(tmpdir(), 'unclench-firefox-'));
  const browser = await playwright.launch({
    channel: 'moz-firefox',
    executablePath: program(),
    env: { ...process.env, HOME: home }, // as root it refuses a home that is another user's
  });
  return {
    openTab: (size) => openTab(browser, size),
    async close() {
      await browser.close();
      remove(home);
    },
  };
}

/** A tab of a profile of its own. */
async function openTab(browser, viewport) {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  const heard = [];
  page.on('console', (message) => {
    if (message.type() === 'error') heard.push(`console: ${message.text()}`);
  });
  page.on('pageerror', ({ message }) => {
    if (!message.includes(OWN_STYLE) && !LEFT.test(message)) heard.push(`page: ${message}`);
  });
  const calling = (script, args) => `(${script}).apply(null, ${JSON.stringify(args)})`;
  const element = async (script, args) =>
    (await page.evaluateHandle(calling(script, args))).asElement();
  return {
    run: (script, ...args) => page.evaluate(calling(script, args)),
    open: (address) => page.goto(address),
    click: async (script, ...args) => (await element(script, args)).click(),
    async type(text, script, ...args) {
      await (await element(script, args)).focus();
      await page.keyboard.type(text);
    },
    choose: async (file, script, ...args) => (await element(script, args)).setInputFiles(file),
    screenshot: () => page.screenshot({ caret: 'initial' }),
    problems: async () => heard,
    close: () => context.close(),
  };
}

export const firefox = { name: 'Firefox', hearsConsole: true, missing, launch };
