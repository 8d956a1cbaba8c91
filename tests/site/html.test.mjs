// Every page of the built site is valid HTML by all of html-validate's recommended rules. Some of these are of style,
// such as for long titles, so `./dev test edition` takes the standard ones.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';

const SITE = 'build/e2e-site';
const RULES = process.env.UNCLENCH_HTML_RULES ?? 'recommended';
const pages = readdirSync(SITE, { recursive: true }).filter((path) => path.endsWith('.html'));
const validator = new HtmlValidate(
  new StaticConfigLoader({ root: true, extends: [`html-validate:${RULES}`] }),
);

describe('the pages of the site', () => {
  it('are all there', () => {
    const sitemap = readFileSync(join(SITE, 'sitemap.xml'), 'utf8');
    const addresses = [...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address);
    const [home] = [...addresses].sort((a, b) => a.length - b.length);
    assert.ok(addresses.length > 30, `${addresses.length} addresses`);
    for (const address of addresses)
      assert.ok(pages.includes(join(address.slice(home.length), 'index.html')), address);
  });

  for (const path of pages)
    it(`${path} is valid HTML`, async () => {
      const report = await validator.validateString(readFileSync(join(SITE, path), 'utf8'));
      const problems = report.results.flatMap(({ messages }) =>
        messages.map(
          ({ line, column, message, ruleId }) => `${line}:${column} ${message} (${ruleId})`,
        ),
      );
      assert.deepEqual(problems, []);
    });
});
