// The design system stays small: all stylesheets of the built site together, as they are sent.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { gzipSync } from 'node:zlib';

const SITE = 'build/e2e-site';
const BUDGET = 12_000; // bytes with gzip

it('all stylesheets together stay within their budget', () => {
  const sizes = readdirSync(SITE, { recursive: true })
    .filter((path) => path.endsWith('.css'))
    .map((path) => [path, gzipSync(readFileSync(join(SITE, path)), { level: 9 }).length]);
  assert.ok(sizes.length > 1, 'no stylesheets');
  const sum = sizes.reduce((total, [, size]) => total + size, 0);
  assert.ok(sum <= BUDGET, `${sum} bytes: ${sizes.map((one) => one.join(' ')).join(', ')}`);
});
