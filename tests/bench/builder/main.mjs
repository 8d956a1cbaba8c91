// How soon a change in the builder is on the screen of a phone, beside what the routine core needs for it.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { serveSite } from '../served.mjs';
import { firstRoutine } from './first-routine.mjs';
import { noteQuestions, stopwatch } from './page.mjs';

const usage = `Usage: ./dev bench builder [OPTIONS]

Builds the site, opens the builder on a phone and changes the routine in five ways: the slider of the
minutes, a condition, a swap, undo, another routine. Prints how long each takes from the change to the
newly painted list, and what the routine core alone needs for the same questions, under Node. Then how
soon the first routine is there on a slow network, at a first visit (cold) and at the next one (warm).

  --times N          of each change (default 30)
  --throttle LIST    how many times slower the browser's processor is (default 1,4)
  --visits N         how often the builder is opened (default 5; 0 leaves that out)
  --address URL      a builder that is served already, in place of the built site's
  --help             this text

It fails when the slider takes more than 50 ms (median) or 100 ms (worst) at a throttle of 4, or the
first routine more than 2.5 s cold or 1 s warm (medians).
`;

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '30' },
    throttle: { type: 'string', default: '1,4' },
    visits: { type: 'string', default: '5' },
    address: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  process.stdout.write(usage);
  process.exit(0);
}

process.chdir(fileURLToPath(new URL('../../..', import.meta.url)));
const { chromium } = await import(path.resolve('node_modules/playwright-core/index.mjs'));
const { load } = await import(path.resolve('tests/web/load.mjs'));
const browserPath = process.env.UNCLENCH_CHROMIUM ?? '/usr/bin/chromium';
const executablePath = existsSync(browserPath) ? browserPath : chromium.executablePath();
const times = Number(values.times);
const fragment = '#stage=sore&minutes=10&surfaces=floor,bed&equipment=chair,pillow&conditions=';
const groups = [['minutes'], ['condition'], ['swap', 'undo'], ['another']];
const budgets = { throttle: 4, change: 'minutes', median: 50, worst: 100, cold: 2500, warm: 1000 }; // milliseconds

const quantile = (numbers, part) =>
  [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) * part)];

async function serve() {
  const { address, stop } = await serveSite(4181, 'build/bench-builder');
  return { address: new URL('builder/', address).href, stop };
}

async function openBuilder(browser, address) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  await page.addInitScript(noteQuestions);
  await page.goto(address + fragment);
  await page.getByRole('button', { name: 'None of these' }).click();
  await page.locator('.movements > li').first().waitFor();
  await page.evaluate(stopwatch);
  return page;
}

/** Milliseconds and questions of each change, by its name. Each group has a page of its own. */
async function measure(browser, address, rate) {
  const measured = {};
  for (const names of groups) {
    const page = await openBuilder(browser, address);
    await page.evaluate((list) => window.changeTimes(list, 5), names); // until all is compiled
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate });
    const change = ([list, n]) => window.changeTimes(list, n);
    Object.assign(measured, await page.evaluate(change, [names, times]));
    await page.context().close();
  }
  return measured;
}

/** The core as the worker has it, but nothing around it. */
async function coreTimes(address, measured) {
  const html = await (await fetch(address)).text();
  const file = new URL(/data-catalogue="([^"]+)"/.exec(html)[1], address);
  const { createPlanner } = await load('core/planner.ts');
  const planner = await createPlanner(
    readFileSync('build/web/core.wasm'),
    await (await fetch(file)).text(),
  );
  const ask = (questions) => {
    const start = performance.now();
    for (const { name, question } of questions) planner.askText(name, question);
    return performance.now() - start;
  };
  for (const taken of Object.values(measured)) for (const { questions } of taken) ask(questions);
  return Object.fromEntries(
    Object.entries(measured).map(([name, taken]) => [
      name,
      taken.map(({ questions }) => ask(questions)),
    ]),
  );
}

function print(label, numbers) {
  const [median, worst] = [0.5, 1].map((part) => quantile(numbers, part).toFixed(1).padStart(8));
  console.log(`  ${label.padEnd(12)} ${median} ms ${worst} ms`);
}

/** `time` is undefined when it was not measured. */
function check(what, time, most) {
  if (!(time > most)) return;
  console.error(`above budget: ${what} ${time.toFixed(0)} ms, at most ${most}`);
  process.exitCode = 1;
}

const site = values.address ? { address: values.address, stop: () => undefined } : await serve();
const browser = await chromium.launch({ executablePath });
try {
  const rates = values.throttle.split(',').map(Number);
  const results = new Map();
  for (const rate of rates) results.set(rate, await measure(browser, site.address, rate));
  const core = await coreTimes(site.address, results.get(rates[0]));
  for (const name of groups.flat()) {
    console.log(`${name.padEnd(14)}   median       worst`);
    print('core alone', core[name]);
    for (const [rate, measured] of results)
      print(
        `page at ${rate}x`,
        measured[name].map(({ milliseconds }) => milliseconds),
      );
  }
  const slow = results.get(budgets.throttle)?.[budgets.change] ?? [];
  const taken = slow.map(({ milliseconds }) => milliseconds);
  check(`${budgets.change}, median`, quantile(taken, 0.5), budgets.median);
  check(`${budgets.change}, worst`, quantile(taken, 1), budgets.worst);
  const visits = await firstRoutine(browser, site.address, Number(values.visits));
  if (visits.cold.length > 0) console.log('first routine    median       worst');
  for (const [visit, opened] of Object.entries(visits)) {
    if (opened.length > 0) print(visit, opened);
    check(`first routine, ${visit}`, quantile(opened, 0.5), budgets[visit]);
  }
} finally {
  await browser.close();
  site.stop();
}
