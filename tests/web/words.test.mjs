import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english } from './english.mjs';
import { load } from './load.mjs';

const { BUILDER_COUNTS, BUILDER_TEXTS, count, say, useWords } = await load(
  'state/words.ts',
  'builder/words.ts',
);
const page = { texts: BUILDER_TEXTS, counts: BUILDER_COUNTS };

test('the shipped words are all there', () => {
  useWords(english, 'en-GB', page);
  assert.equal(say('no_place'), 'No routine yet: choose where you can be.');
});

test('words that are missing are named', () => {
  const { no_place, 'minutes.other': minutes, ...rest } = english;
  assert.ok(no_place && minutes);
  assert.throws(() => useWords(rest, 'en-GB', page), /no words no_place, minutes\.other$/);
});

test('parts are put in where the text wants them, and are not read again', () => {
  useWords({ ...english, 'adjusted.both': '{1}, then {0} and {1}; {2}' }, 'en-GB', page);
  assert.equal(say('adjusted.both', '{1}', '$&'), '$&, then {1} and $&; {2}');
});

test('a number has the form that its language gives it, and its own form before that', () => {
  const polish = {
    'changes.0': 'bez zmiany',
    'changes.one': '{0} zmiana',
    'changes.few': '{0} zmiany',
    'changes.many': '{0} zmian',
  };
  useWords({ ...english, ...polish }, 'pl', page);
  const said = [0, 1, 2, 5, 22, 25].map((number) => count('changes', number));
  assert.deepEqual(said, [
    'bez zmiany',
    '1 zmiana',
    '2 zmiany',
    '5 zmian',
    '22 zmiany',
    '25 zmian',
  ]);
});

test('a form that is not given is the other one', () => {
  useWords({ ...english, 'changes.other': '{0} changes' }, 'ar', page);
  assert.equal(count('changes', 11), '11 changes');
});
