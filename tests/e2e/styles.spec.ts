import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './fixtures';

const SITE = process.env.UNCLENCH_E2E_SITE ?? 'build/e2e-site';

// A theme as it was written, and what is published of it.
const THEMES = [
  { written: 'site/theme', published: path.join(SITE, 'assets') },
  {
    written: 'tests/cases/stylesheet/site/theme',
    published: 'tests/cases/stylesheet/expected/assets',
  },
];

// What publishing adds to the name of a file, before its extension.
const HASH = /-[0-9a-f]{16}(?=\.[a-z]+\b)/g;

/** The stylesheets of a folder, each with those that it imports, and with the hashes of names left out. */
function stylesOf(folder: string): Map<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.css'));
  return new Map(
    names.map((name) => [
      name.replace(HASH, ''),
      withImports(path.join(folder, name)).replace(HASH, ''),
    ]),
  );
}

function withImports(file: string): string {
  const text = readFileSync(file, 'utf8');
  return text.replace(/^@import ['"](.+)['"];$/gm, (_, name: string) =>
    withImports(path.join(path.dirname(file), name)),
  );
}

test('a published stylesheet says the same as the one that was written', async ({
  isMobile,
  page,
}) => {
  test.skip(isMobile, 'once is enough');
  for (const { written, published } of THEMES) {
    const after = stylesOf(published);
    expect(after.size, published).toBeGreaterThan(0);
    for (const [name, text] of stylesOf(written)) {
      if (!after.has(name)) continue; // it is part of another
      const [before, now] = await page.evaluate(
        (texts) =>
          texts.map((css) => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(css);
            // A browser keeps the white space of values with var() as it was written.
            return [...sheet.cssRules].map(({ cssText }) =>
              cssText.replace(/\s*,\s*/g, ',').replace(/\s+/g, ' '),
            );
          }),
        [text, after.get(name) ?? ''] as const,
      );
      expect(now, name).toEqual(before);
      expect(before?.length, name).toBeGreaterThan(0);
    }
  }
});
