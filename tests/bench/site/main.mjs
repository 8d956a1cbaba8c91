// What the pages of the built site cost: bytes, requests, shifts of layout, and Lighthouse's scores.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { serveSite } from '../served.mjs';

const usage = `Usage: ./dev bench site [OPTIONS]

Builds the site, serves it as GitHub Pages would, with gzip, and opens one page of each kind on a
phone. Prints what it transfers and asks for, how far its layout shifts, and whether it can be read
without scripts; then the scores that Lighthouse gives it on its mobile profile.

  --pages LIST       addresses below the site's (default: one of each kind)
  --no-lighthouse    only bytes, requests and shifts
  --help             this text

It fails when a page is above its budget: 25 kB and 3 requests before an exercise can be read, no
shift of layout, and 100 for each score of Lighthouse.
`;

const { values } = parseArgs({
  options: {
    pages: { type: 'string' },
    lighthouse: { type: 'boolean', default: true },
    help: { type: 'boolean', default: false },
  },
  allowNegative: true,
});
if (values.help) {
  process.stdout.write(usage);
  process.exit(0);
}

process.chdir(fileURLToPath(new URL('../../..', import.meta.url)));
const { chromium } = await import(path.resolve('node_modules/playwright-core/index.mjs'));
const browserPath = process.env.UNCLENCH_CHROMIUM ?? '/usr/bin/chromium';
const executablePath = existsSync(browserPath) ? browserPath : chromium.executablePath();
const scores = ['performance', 'accessibility', 'best-practices', 'seo'];
const budgets = { bytes: 25_000, blocking: 3, shift: 0, score: 100 };
const kinds = [
  '',
  'exercises/',
  'exercises/bird-dog/',
  'routines/before-getting-up/',
  'conditions/pregnancy/',
  'guides/floor/',
  'get-help/',
  'builder/',
  'session/',
];
const pages = values.pages ? values.pages.split(',') : kinds;

/** Bytes and requests until the page was quiet, without the worker's. */
async function weigh(browser, url) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  let bytes = 0;
  const asked = new Map();
  session.on('Network.requestWillBeSent', ({ requestId, request, type }) =>
    asked.set(requestId, { url: request.url, type }),
  );
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.addInitScript(() => {
    window.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  const shift = await page.evaluate(() => window.shift);
  // What reading waits for: the page, its styles, and the pictures at its top.
  const blocking = [...asked.values()].filter(({ type }) =>
    ['Document', 'Stylesheet', 'Image', 'Font'].includes(type),
  ).length;
  await context.close();
  return { bytes, requests: asked.size, blocking, shift };
}

async function readsWithoutScripts(browser, url) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(url);
  const words = (await page.locator('main').innerText()).split(/\s+/).length;
  await context.close();
  return words;
}

async function lighthouseScores(urls) {
  const { default: lighthouse } = await import('lighthouse');
  const { launch } = await import('chrome-launcher');
  const chrome = await launch({
    chromePath: executablePath,
    chromeFlags: ['--headless=new', '--no-sandbox'],
  });
  try {
    const all = [];
    for (const url of urls) {
      const { lhr } = await lighthouse(url, { port: chrome.port, onlyCategories: scores });
      all.push({
        scores: scores.map((name) => Math.round(lhr.categories[name].score * 100)),
        failed: Object.values(lhr.audits)
          .filter(
            ({ score, scoreDisplayMode }) =>
              score !== null && score < 0.9 && scoreDisplayMode !== 'informative',
          )
          .map(({ id }) => id),
      });
    }
    return all;
  } finally {
    await chrome.kill();
  }
}

const broken = [];
function check(page, what, value, most) {
  if (value > most) broken.push(`/${page}: ${what} ${value}, at most ${most}`);
}

const pad = (text, width) => String(text).padStart(width);

const site = await serveSite(4180, 'build/bench-site');
try {
  const browser = await chromium.launch({ executablePath });
  console.log(`${'page'.padEnd(30)}   bytes  requests  to read   shift  words without scripts`);
  for (const page of pages) {
    const url = new URL(page, site.address).href;
    const { bytes, requests, blocking, shift } = await weigh(browser, url);
    const words = await readsWithoutScripts(browser, url);
    console.log(
      `/${page.padEnd(29)} ${pad(bytes, 7)} ${pad(requests, 9)} ${pad(blocking, 8)} ${pad(shift.toFixed(3), 7)} ${pad(words, 6)}`,
    );
    check(page, 'layout shift', shift, budgets.shift);
    if (!page.startsWith('exercises/') || page === 'exercises/') continue;
    check(page, 'bytes', bytes, budgets.bytes);
    check(page, 'requests to read', blocking, budgets.blocking);
  }
  await browser.close();
  if (values.lighthouse) {
    console.log(`\n${'Lighthouse, mobile'.padEnd(30)} ${scores.join('  ')}`);
    const results = await lighthouseScores(pages.map((page) => new URL(page, site.address).href));
    results.forEach(({ scores: given, failed }, i) => {
      console.log(
        `/${pages[i].padEnd(29)} ${given.map((score, n) => pad(score, scores[n].length)).join('  ')}  ${failed.join(' ')}`,
      );
      given.forEach((score, n) => {
        if (score < budgets.score)
          broken.push(`/${pages[i]}: ${scores[n]} ${score}, at least ${budgets.score}`);
      });
    });
  }
} finally {
  site.stop();
}
for (const line of broken) console.error(`above budget: ${line}`);
process.exitCode = broken.length ? 1 : 0;
