// Plays a session of two minutes in a real browser, in real time, and compares every sentence that is
// spoken with the timeline of the core: `node tests/bench/session/main.mjs [SITE] [PROGRAM]`.
// Not among the tests, because it takes as long as it plays.

import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { load } from '../../web/load.mjs';
import { sessionWords } from '../../web/session-fixtures.mjs';

const [site = 'build/e2e-site', program = 'build/release/unclench'] = process.argv.slice(2);
const PORT = 4312;
const BASE = '/some/path/';
const FRAGMENT = 'stage=stiff&minutes=2&surfaces=floor&equipment=pillow&posture=standing';
const REQUEST = {
  stage: 'stiff',
  minutes: 2,
  surfaces: ['floor'],
  equipment: ['pillow'],
  posture: 'standing',
};
const MOST_LATE = 100; // milliseconds

function ask(name, question) {
  const file = join(mkdtempSync(join(tmpdir(), 'session-')), 'question.json');
  writeFileSync(file, JSON.stringify(question));
  return JSON.parse(execFileSync(program, ['ask', name, '--question', file], { encoding: 'utf8' }));
}

async function expected() {
  const modules = await load(
    ...['session/script.ts', 'session/told.ts', 'session/live.ts', 'session/words.ts'],
    ...['state/movements.ts', 'state/words.ts'],
  );
  const { itemsOf, lookUp, scriptOf, toldOf, useWords, SESSION_COUNTS, SESSION_TEXTS } = modules;
  useWords(sessionWords(), 'en-GB', { texts: SESSION_TEXTS, counts: SESSION_COUNTS });
  const catalogue = JSON.parse(readFileSync(join(site, 'catalogue.json'), 'utf8'));
  const plan = ask('plan', REQUEST);
  const planned = ask('timeline', { ...plan, posture: REQUEST.posture });
  const part = { items: itemsOf(plan.movements), planned };
  const marks = scriptOf(planned, toldOf(part, lookUp(catalogue)), true);
  const sentences = marks.flatMap(({ at, say }) => say.map((text) => ({ at, text })));
  return { sentences, total: planned.total_milliseconds };
}

/** Notes what is spoken and when, in the place of the browser's voice. */
function noteVoice() {
  const heard = [];
  Object.assign(window, { heard });
  const replace = (name, value) => Object.defineProperty(window, name, { value });
  replace('SpeechSynthesisUtterance', function Utterance(text) {
    this.text = text;
  });
  replace('speechSynthesis', {
    ...{ speaking: false, pending: false },
    getVoices: () => [],
    addEventListener: () => undefined,
    resume: () => undefined,
    cancel: () => undefined,
    speak: ({ text }) => heard.push({ text, at: performance.now() }),
  });
}

async function heardInBrowser(total) {
  const executable = process.env.UNCLENCH_CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launch(
    existsSync(executable) ? { executablePath: executable } : {},
  );
  try {
    const page = await browser.newPage();
    await page.addInitScript(noteVoice);
    await page.goto(`http://127.0.0.1:${PORT}${BASE}session/#${FRAGMENT}`);
    await page.getByRole('button', { name: /^None of these/ }).click();
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.getByRole('heading', { name: 'Well done' }).waitFor({ timeout: total + 30_000 });
    return await page.evaluate(() => window.heard);
  } finally {
    await browser.close();
  }
}

const { sentences, total } = await expected();
console.log(`${Math.round(total / 1000)} seconds, ${sentences.length} sentences`);
const server = spawn('node', ['tests/e2e/server.mjs', site, String(PORT), BASE]);
await new Promise((resolve) => setTimeout(resolve, 1000));
const heard = await heardInBrowser(total).finally(() => server.kill());

const spoken = heard.slice(1, sentences.length + 1); // the first is said in the tap
const start = spoken[0].at;
const late = sentences.map(({ at, text }, index) => {
  const { text: said, at: when } = spoken[index] ?? {};
  if (said !== text) throw new Error(`“${text}” was expected, “${said}” was said`);
  return when - start - at;
});
const sorted = [...late].sort((a, b) => a - b);
const show = (milliseconds) => `${milliseconds.toFixed(1)} ms`;
console.log(`earliest ${show(sorted[0])}, median ${show(sorted[sorted.length >> 1])}`);
console.log(`latest ${show(sorted.at(-1))}; the last sentence ${show(late.at(-1))}`);
const isGood = sorted[0] > -MOST_LATE && sorted.at(-1) < MOST_LATE;
console.log(isGood ? 'Every sentence within 100 ms.' : 'TOO LATE');
process.exitCode = isGood ? 0 : 1;
