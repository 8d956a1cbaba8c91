import assert from 'node:assert/strict';
import { it } from 'node:test';
import { FILE, journeysIn, skipped } from './journeys.mjs';
import { consoleOf, webkit } from './webkit.mjs';

journeysIn(webkit);

// It draws what a token gives the width of, and complains all the same.
const ABOUT_TOKENS = /RENDERING ERROR Error: Invalid value for <rect> attribute \w+="var\(/;

it('the one file loads without a complaint', { skip: skipped(webkit) }, async () => {
  const heard = await consoleOf('data:text/html,<script>console.error("hear this")</script>');
  assert.match(heard.join(), /hear this/);
  const said = await consoleOf(FILE);
  assert.deepEqual(
    said.filter((line) => !ABOUT_TOKENS.test(line)),
    [],
  );
});
