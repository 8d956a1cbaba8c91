import assert from 'node:assert/strict';
import { it } from 'node:test';
import { holding } from './holding.mjs';
import { FILE, journeysIn, PHONE, skipped, SPASM } from './journeys.mjs';
import { copyWatched, serve } from './served.mjs';
import { until } from './until.mjs';
import { visitor } from './visitor.mjs';
import { consoleOf, webkit } from './webkit.mjs';

const skip = skipped(webkit);

journeysIn(webkit);

// It draws what a token gives the width of, and complains all the same.
const ABOUT_TOKENS = /RENDERING ERROR Error: Invalid value for <rect> attribute \w+="var\(/;

it('the one file loads without a complaint', { skip }, async () => {
  const heard = await consoleOf('data:text/html,<script>console.error("hear this")</script>');
  assert.match(heard.join(), /hear this/);
  const said = await consoleOf(FILE);
  assert.deepEqual(
    said.filter((line) => !ABOUT_TOKENS.test(line)),
    [],
  );
});

// It loses such files before it says that the page is left, and keeps the page for the way back as it is then.
for (const page of ['builder/', SPASM]) {
  const [name] = page.split('#');
  it(`${name} that is left while its files arrive is there on the way back`, { skip }, async () => {
    await copyWatched();
    const site = await serve({ watched: true });
    const { origin, pathname } = new URL(site.address);
    const slow = await holding(/\.wasm$/, { origin });
    const browser = await webkit.launch();
    try {
      const tab = await browser.openTab(PHONE);
      const person = visitor(tab, slow.origin + pathname);
      await person.open(page);
      await until(slow.holds, 'the page to ask for its core');
      await person.click('link', /^Routines$/);
      await person.seen('heading', /^Routines$/);
      slow.letThrough();
      // Not at once: the driver waits for the answer of a page that is gone.
      await person.read(() => void setTimeout(() => history.back(), 50));
      await person.click('button', /^None of these/);
      await person.until(
        () => document.querySelector('#routine-summary, main .stage-button')?.textContent,
      );
      assert.equal(await person.has('button', /^Try again$/), false);
      assert.deepEqual(await person.problems(), []);
      await tab.close();
    } finally {
      await browser.close();
      slow.close();
      await site.close();
    }
  });
}
