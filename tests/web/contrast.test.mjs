// The ratios on the page /design/ are those of the theme, and none is below what readers need.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const theme = readFileSync('site/theme/tokens.css', 'utf8');
const page = readFileSync('site/templates/design.mustache', 'utf8');

/** The colours that a part of the theme sets. */
function colours(css) {
  return Object.fromEntries(
    [...css.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );
}

const [lightCss, darkCss] = theme.split('@media screen and (prefers-color-scheme: dark)');
const light = colours(lightCss);
const dark = { ...light, ...colours(darkCss) };

/** WCAG's relative luminance. */
function luminance(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function ratio(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

// Rounded down: what is shown is never more than there is.
const shown = (one, other) => (Math.floor(ratio(one, other) * 10) / 10).toFixed(1);

const row =
  /<tr><th scope="row"><code>--([a-z-]+)<\/code><\/th><td><code>--([a-z-]+)<\/code><\/td><td>([\d.]+)<\/td><td>([\d.]+)<\/td><td>([\d.]+)<\/td><\/tr>/g;
const rows = [...page.matchAll(row)].map(([, front, back, least, inLight, inDark]) => ({
  front,
  back,
  least: Number(least),
  inLight,
  inDark,
}));

describe('the colours of the theme', () => {
  it('are on the page of the design, all of them', () => {
    for (const name of Object.keys(light))
      assert.ok(page.includes(`fill="var(--${name})"/></svg><code>--${name}</code>`), name);
    assert.deepEqual(Object.keys(colours(darkCss)).sort(), Object.keys(light).sort());
    assert.ok(rows.length >= 15);
  });

  for (const { front, back, least, inLight, inDark } of rows)
    it(`${front} stands out from ${back} as far as the page says`, () => {
      assert.equal(inLight, shown(light[front], light[back]), 'light');
      assert.equal(inDark, shown(dark[front], dark[back]), 'dark');
      assert.ok(ratio(light[front], light[back]) >= least, 'light');
      assert.ok(ratio(dark[front], dark[back]) >= least, 'dark');
    });
});
