import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './load.mjs';

const { readPasted, soundFragment } = await load('plans/pasted.ts');

const CODE = '1BOHow_DPLQn-bp6rXJtAeAAuAb6JtAFBxD73W6p';
const choices = 'stage=sore&minutes=10&surfaces=floor';

test('a link is found as it is, in a message, in quotes and without its beginning', () => {
  for (const text of [
    `https://example.org/builder/#${choices}`,
    `Hello, this is for you: <https://example.org/builder/#${choices}> Best wishes`,
    `“https://example.org/builder/#${choices}”`,
    `file:///home/unclench.html#/builder/?${choices}`,
    `#${choices}`,
    `  ${choices}\n`,
  ]) {
    assert.deepEqual(readPasted(text), { fragment: choices, code: '' }, text);
  }
});

test('a code stands in a link or alone', () => {
  const link = `https://example.org/builder/#${choices}&routine=${CODE}&name=Calm`;
  assert.equal(readPasted(link).code, CODE);
  assert.deepEqual(readPasted(`My routine:\n${CODE}`), { fragment: `routine=${CODE}`, code: CODE });
});

test('what is no plan is told apart', () => {
  assert.equal(readPasted('  '), 'empty');
  assert.equal(readPasted('x'.repeat(400_001)), 'too_long');
  assert.equal(readPasted('https://example.org/exercises/bridge/'), 'no_plan');
  assert.equal(readPasted('javascript:alert(1)'), 'no_plan');
  assert.equal(readPasted('https://example.org/builder/#main'), 'no_plan');
  assert.equal(readPasted('https://example.org/builder/#plan=b3d1c7a0'), 'own_plan');
  assert.equal(readPasted('https://example.org/builder/#whole=1&stage=sore&condit'), 'cut');
});

const catalogue = {
  stages: [{ id: 'sore' }, { id: 'stiff' }],
  surfaces: [{ id: 'floor' }],
  equipment: [],
  conditions: [],
};

test('nothing but what this site knows is handed on', () => {
  const hostile = readPasted(
    'https://evil.example/#stage=%3Cscript%3E&minutes=9999&surfaces=floor,moon&x=javascript:alert(1)',
  );
  const fragment = soundFragment(hostile, undefined, catalogue);
  assert.equal(fragment, 'stage=sore&minutes=45&surfaces=floor&equipment=&conditions=');
});

test('a code brings its own stage', () => {
  const read = { stage: 'stiff', movements: [], same_catalogue: true };
  const fragment = soundFragment(readPasted(CODE), read, catalogue);
  assert.match(fragment, new RegExp(`^whole=1&stage=stiff&.*&routine=${CODE}&end=1$`));
  // What applies to the reader is for the builder to find.
  assert.doesNotMatch(fragment, /conditions/);
  const said = readPasted(`https://x.org/builder/#conditions=&routine=${CODE}`);
  assert.match(soundFragment(said, read, catalogue), /&conditions=&/);
});
