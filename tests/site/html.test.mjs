// Every page of the built site is valid HTML by all of html-validate's recommended rules.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';

const SITE = 'build/e2e-site';
const pages = readdirSync(SITE, { recursive: true }).filter((path) => path.endsWith('.html'));
const validator = new HtmlValidate(
  new StaticConfigLoader({ root: true, extends: ['html-validate:recommended'] }),
);

describe('the pages of the site', () => {
  it('are all there', () => {
    assert.ok(pages.length > 100, `${pages.length} pages`);
    assert.ok(pages.includes(join('exercises', 'bird-dog', 'index.html')));
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
