// Builds that are killed at any moment, and builds at the same time.
import assert from 'node:assert/strict';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { mulberry32 } from '../random.mjs';
import { EditionOnDisk } from './edition-on-disk.mjs';

const KILLED_BUILDS = 200;
const MEASURED_BUILDS = 5;
const ADDED_PAGES = 40;
const PATIENCE = 20_000; // milliseconds
const SEED = 20261121;

// Waits more exactly than timers do, which count whole milliseconds.
function waitUntil(time) {
  while (performance.now() < time);
}

function waitFor(condition) {
  const end = performance.now() + PATIENCE;
  while (!condition()) assert.ok(performance.now() < end, 'this takes too long');
}

function median(numbers) {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

function page(number, text) {
  return `---\ntitle: Page ${number}\nsummary: ${text}\n---\n\n${text} ${'word '.repeat(200)}\n`;
}

describe('builds that are killed', () => {
  let edition;
  before(() => {
    edition = new EditionOnDisk();
  });
  after(() => edition.remove());

  // The second version has pages that the first lacks, and other texts on those that both have.
  const writeVersion = (version) => {
    for (let i = 0; i < ADDED_PAGES; ++i) {
      const name = `content/pages/page-${i}.md`;
      if (version === 1 || i % 2 === 0) edition.write(name, page(i, `version ${version}`));
      else rmSync(edition.path(name), { force: true });
    }
  };
  const leftovers = () =>
    readdirSync(edition.folder).filter((name) => !['content', 'site', 'web', 'out'].includes(name));

  it('leave the whole old site or the whole new one, and nothing that stays', async () => {
    const sites = [];
    const all = [];
    const writing = [];
    for (let i = 0; i < MEASURED_BUILDS; ++i) {
      writeVersion(i % 2);
      const start = performance.now();
      const child = edition.start();
      const ended = once(child, 'exit');
      waitFor(() => leftovers().length > 0);
      const written = performance.now();
      waitFor(() => leftovers().length === 0);
      writing.push(performance.now() - written);
      assert.deepEqual(await ended, [0, null]);
      all.push(performance.now() - start);
      sites[i % 2] = edition.site();
    }
    assert.notEqual(sites[0], sites[1]);
    const whole = median(all);
    const last = median(writing);

    const random = mulberry32(SEED);
    const outcomes = { old: 0, new: 0, ended: 0, leftovers: 0 };
    let present = sites[0]; // the last measured build was of the first version
    for (let i = 0; i < KILLED_BUILDS; ++i) {
      const version = present === sites[0] ? 1 : 0;
      writeVersion(version);
      // Half of them at any time, the others from when they begin to write.
      const child = edition.start();
      const ended = once(child, 'exit');
      if (i % 2 === 1) waitFor(() => leftovers().length > 0);
      // Twice as long as builds took when they were measured: on a busy machine they take longer.
      const wait = 2 * random() * (i % 2 === 1 ? last : whole);
      waitUntil(performance.now() + wait);
      child.kill('SIGKILL');
      const [code] = await ended;
      const site = edition.site();
      assert.ok(
        site === present || site === sites[version],
        `build ${i}, killed after ${wait.toFixed(2)} ms, left a mixed site`,
      );
      const left = leftovers();
      outcomes.leftovers += left.length > 0 ? 1 : 0;
      // The last ones are for the next build to remove.
      if (i < KILLED_BUILDS - 20)
        for (const name of left) rmSync(edition.path(name), { recursive: true });
      ++outcomes[code === 0 ? 'ended' : site === present ? 'old' : 'new'];
      present = site;
    }
    const said = `${JSON.stringify(outcomes)}, a build takes ${whole.toFixed(1)} ms, ${last.toFixed(1)} of them writing`;
    assert.ok(outcomes.old > 0 && outcomes.new + outcomes.ended > 0, said);
    assert.ok(outcomes.leftovers > 0, `no build was killed while it wrote: ${said}`);
    assert.equal(edition.build().status, 0);
    assert.deepEqual(leftovers(), []);
    console.log(said);
  });

  it('leave a whole site when the folder was not there before', async () => {
    writeVersion(0);
    assert.equal(edition.build().status, 0);
    const whole = edition.site();
    const random = mulberry32(SEED + 1);
    for (let i = 0; i < 10; ++i) {
      rmSync(edition.path('out'), { recursive: true });
      const start = performance.now();
      const child = edition.start();
      const ended = once(child, 'exit');
      waitUntil(start + random() * 60);
      child.kill('SIGKILL');
      await ended;
      assert.ok(['nothing', whole].includes(edition.site()));
      assert.equal(edition.build().status, 0);
    }
    assert.deepEqual(leftovers(), []);
  });

  it('leave a whole site when two run at the same time', async () => {
    const sites = [0, 1].map((version) => {
      writeVersion(version);
      assert.equal(edition.build().status, 0);
      return edition.site();
    });
    for (let i = 0; i < 8; ++i) {
      writeVersion(i % 2);
      const codes = await Promise.all(
        [edition.start(), edition.start()].map(async (child) => (await once(child, 'exit'))[0]),
      );
      assert.ok(codes.includes(0), `both failed: ${codes}`);
      assert.equal(edition.site(), sites[i % 2]);
    }
    assert.deepEqual(leftovers(), []);
    assert.ok(statSync(edition.path('out')).isDirectory());
  });
});
