// Every exercise of the built site can be followed without its picture.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const EXERCISES = 'build/e2e-site/exercises';

/** The first picture's alternative text and the steps, as they stand in the page. */
function read(name) {
  const html = readFileSync(join(EXERCISES, name, 'index.html'), 'utf8');
  const [, text = ''] =
    /<figure class="movement-figure">.*?<img [^>]*alt="([^"]*)"/s.exec(html) ?? [];
  const [, list = ''] = /class="how".*?<ol>(.*?)<\/ol>/s.exec(html) ?? [];
  const steps = list.split('<li>').map((step) => step.replace(/<[^>]*>/g, '').trim());
  return { text, steps: steps.filter((step) => step !== '') };
}

describe('without its picture', () => {
  const names = readdirSync(EXERCISES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

  it('every exercise is there', () => assert.ok(names.length > 50, `${names.length} exercises`));

  for (const name of names)
    it(`${name} says the position, what moves and where to`, () => {
      const { text, steps } = read(name);
      const sentences = text.match(/[^.]+\./g) ?? [];
      // A position that is held is one sentence, with what each part of the body does.
      assert.ok(sentences.length > 1 || text.split(',').length > 2, text);
      assert.match(text, /^A person /);
      assert.ok(steps.length >= 4, steps.join('\n'));
      for (const step of steps) assert.doesNotMatch(step, /\b(picture|figure|shown|drawing)\b/i);
    });
});
