// What a person does with the site, the same in every engine.

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { keptFile } from './kept-file.mjs';
import { copyWatched, serve } from './served.mjs';
import { visitor } from './visitor.mjs';

export const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };
export const FILE = pathToFileURL(
  process.env.UNCLENCH_E2E_SINGLE_FILE ?? 'build/e2e-single-file.html',
).href;
const KEPT = path.resolve('build/engines-kept.json');
const PAGES = [
  '',
  'exercises/',
  'exercises/bridge/',
  'builder/',
  'routines/',
  'session/',
  'plans/',
  'progress/',
  'search/?q=bridge',
  'get-help/',
];
export const SPASM =
  'session/#stage=spasm&minutes=8&surfaces=floor,bed&equipment=&posture=supine&position_changes=0';

// Engines that have to be there, by their names: where they can be installed, none may be left out in silence.
const NEEDED = (process.env.UNCLENCH_ENGINES ?? '').split(' ');

// These run in the page.
const titles = () =>
  [...document.querySelectorAll('#builder-result li h3')].map((one) => one.textContent);
const sameTitles = (wanted) =>
  JSON.stringify(
    [...document.querySelectorAll('#builder-result li h3')].map((one) => one.textContent),
  ) === wanted;
const summary = () => document.querySelector('#routine-summary')?.textContent;
const secondsLeft = () => {
  const [, minutes, seconds] =
    /(\d+):(\d\d) left/.exec(document.querySelector('main').innerText) ?? [];
  return 60 * Number(minutes) + Number(seconds);
};

const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

/** Why the tests of an engine are skipped, or false. */
export function skipped(engine) {
  return (!NEEDED.includes(engine.name) && engine.missing()) || false;
}

export function journeysIn(engine) {
  describe(`in ${engine.name}`, { skip: skipped(engine) }, () => {
    let browser;
    let site;

    before(async () => {
      assert.equal(engine.missing(), undefined);
      if (!engine.hearsConsole) await copyWatched();
      await writeFile(KEPT, keptFile());
      site = await serve({ watched: !engine.hearsConsole });
      browser = await engine.launch();
    });
    after(async () => {
      await browser?.close();
      await site?.close();
    });

    /** By somebody who was never here. Nothing may go wrong behind the page's back. */
    async function visitTo(address, size, journey) {
      const tab = await browser.openTab(size);
      try {
        const person = visitor(tab, address);
        await journey(person);
        assert.deepEqual(await person.problems(), []);
      } finally {
        await tab.close();
      }
    }

    function visit(sentence, size, journey) {
      it(sentence, { timeout: 60_000 }, () => visitTo(site.address, size, journey));
    }

    visit('a person finds a movement by its position and by words', DESKTOP, async (person) => {
      await person.open('');
      await person.click('link', /^Browse exercises/);
      await person.click('button', /^Position/);
      await person.click('checkbox', /^Lying on your back$/);
      await person.says(/\n1\d of \d\d movements/);
      await person.type('bridge', /^Name or word$/);
      await person.says(/\n[1-9] of \d\d movements/);
      await person.until(
        () => /position=supine/.test(location.search) && /q=bridge/.test(location.search),
      );

      await person.click('link', /^Search$/);
      await person.type('sciatica', /^What are you looking for/);
      await person.click('link', /^Slipped disc or sciatica/);
      await person.seen('heading', /^Slipped disc/);
    });

    visit('a figure moves when it is told to, and rests again', DESKTOP, async (person) => {
      await person.open('exercises/cat-camel/');
      await person.seen('heading', /^Cat-camel$/);
      await person.looks(false);
      await person.click('summary', /^Show it moving$/);
      await person.looks(true);
      await person.click('summary', /^Show it moving$/);
      await person.looks(false);
    });

    visit(
      'a routine is planned, changed, taken back, kept and handed on',
      DESKTOP,
      async (person) => {
        await person.open('builder/#stage=sore&minutes=10');
        await person.seen('heading', /^First: do you have any of these/);
        await person.click('button', /^None of these$/);
        const before = await person.until(summary);
        await person.click('button', /^One minute more$/);
        await person.until(
          (old) => document.querySelector('#routine-summary').textContent !== old,
          before,
        );
        const planned = JSON.stringify(await person.read(titles));

        await person.click('button', /^Swap: Cat-camel$/);
        await person.click('button', /^Use this/);
        await person.says(/This routine was made by hand/);
        const swapped = JSON.stringify(await person.read(titles));
        assert.notEqual(swapped, planned);
        await person.click('button', /^Undo/);
        await person.until(sameTitles, planned);
        await person.click('button', /^Redo/);
        await person.until(sameTitles, swapped);

        await person.click('button', /^Keep, send or print$/);
        await person.type('For Ann', /^A name for this routine/);
        await person.click('button', /^Save on this device$/);
        await person.says(/Saved on this device\./);
        await person.seen('picture', /^The link as a code to scan$/);
        const link = await person.read(() => {
          const fields = [...document.querySelectorAll('main input, main textarea')];
          return fields.find(({ value }) => /#.*routine=/.test(value)).value;
        });
        await person.openAnew(link);
        await person.until(sameTitles, swapped);
        await person.seen('heading', /^For Ann$/);

        await person.openAnew('plans/');
        await person.seen('heading', /^For Ann$/);
      },
    );

    visit('a session counts down, waits, goes on, and ends', PHONE, async (person) => {
      await person.open('');
      await person.click('link', /^I'm in spasm now/);
      await person.click('button', /^None of these/);
      await person.seen('button', /^Pause$/);
      const first = await person.until(secondsLeft);
      await person.until((before) => {
        const [, minutes, seconds] = /(\d+):(\d\d) left/.exec(
          document.querySelector('main').innerText,
        );
        return 60 * Number(minutes) + Number(seconds) < before;
      }, first);
      await person.until(
        () =>
          document.querySelector('main [role=img] svg, main svg[role=img]')?.getBoundingClientRect()
            .width > 100,
      );
      await person.click('button', /^Pause$/);
      await person.seen('button', /^Go on$/);
      await person.looks(false);
      await person.click('button', /^Skip$/);
      await person.click('button', /^This hurts$/);
      await person.seen('heading', /^What do you feel\?$/);
      await person.click('button', /^Nothing\. Go on$/);
      await person.click('button', /^Pause$/);
      await person.click('button', /^End$/);
    });

    visit(
      'what is brought in from a file is there, and the progress of it',
      PHONE,
      async (person) => {
        await person.open('plans/');
        await person.choose(KEPT, /Bring in a file/);
        await person.says(/Brought in: 1 routine/);
        await person.openAnew('plans/');
        await person.seen('heading', /^Mornings$/);
        await person.open('progress/');
        await person.seen('picture', /^Your pain\./);
        await person.says(/Next time/);
      },
    );

    it('works without a network after one visit', { timeout: 60_000 }, async () => {
      const away = await serve({ watched: !engine.hearsConsole });
      const journey = async (person) => {
        await person.open('');
        await person.until(() => navigator.serviceWorker.controller?.state === 'activated');
        await away.close();
        await person.open('exercises/bird-dog/');
        await person.seen('heading', /^Bird dog$/);
        await person.open('builder/');
        await person.click('button', /^None of these$/);
        await person.until(summary);
        await person.open(SPASM);
        await person.click('button', /^Start$/);
        await person.seen('button', /^Pause$/);
      };
      await visitTo(away.address, PHONE, journey).finally(() => away.close());
    });

    visit('the one file opens from the disk, plans and plays', DESKTOP, async (person) => {
      await person.open(FILE);
      await person.click('link', /^Browse exercises/);
      await person.seen('heading', /^Exercises$/);
      await person.open(`${FILE}#/builder/?stage=stiff`);
      await person.click('button', /^None of these$/);
      await person.until(summary);
      await person.click('link', /^Start this session$/);
      await person.click('button', /^Start$/);
      await person.seen('button', /^Pause$/);
    });

    for (const size of [PHONE, DESKTOP]) {
      visit(`no page has to be moved sideways at ${size.width} pixels`, size, async (person) => {
        for (const page of PAGES) {
          await person.open(page);
          await person.seen('heading', /./);
          assert.equal(await person.read(overflow), 0, page);
        }
      });
    }
  });
}
