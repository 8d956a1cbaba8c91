import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './load.mjs';

const { readChoices, writeChoices, readLink, writeLink } = await load(
  'state/address.ts',
  'state/link.ts',
);

const vocabulary = {
  stages: ['spasm', 'sore', 'stiff', 'well'],
  surfaces: ['bed', 'floor', 'chair', 'standing'],
  equipment: ['chair', 'mat', 'pillow'],
  conditions: ['disc', 'dizziness'],
};

const defaults = {
  stage: 'sore',
  minutes: 10,
  surfaces: ['floor'],
  equipment: ['chair', 'pillow'],
  conditions: [],
  exclude: [],
  include: [],
};

test('an empty fragment gives the defaults', () => {
  assert.deepEqual(readChoices('', vocabulary), defaults);
});

test('what is written is read again, empty lists too', () => {
  const choices = {
    ...defaults,
    stage: 'spasm',
    minutes: 25,
    surfaces: [],
    equipment: [],
    conditions: ['disc', 'dizziness'],
    exclude: ['cat-camel'],
    include: ['bridge', 'bird-dog'],
  };
  const fragment = writeChoices(choices);
  assert.equal(
    fragment,
    'stage=spasm&minutes=25&surfaces=&equipment=&conditions=disc,dizziness' +
      '&exclude=cat-camel&include=bridge,bird-dog',
  );
  assert.deepEqual(readChoices(`#${fragment}`, vocabulary), choices);
});

test('unknown values are ignored, and known ones come in the order offered, once', () => {
  const fragment = '#stage=flying&minutes=ten&surfaces=floor,moon,bed,bed&equipment=__proto__';
  assert.deepEqual(readChoices(fragment, vocabulary), {
    ...defaults,
    surfaces: ['bed', 'floor'],
    equipment: [],
  });
});

test('minutes are kept within the limits of the slider', () => {
  assert.equal(readChoices('#minutes=0', vocabulary).minutes, 2);
  assert.equal(readChoices('#minutes=60', vocabulary).minutes, 45);
  assert.equal(readChoices('#minutes=-5', vocabulary).minutes, 10);
  assert.equal(readChoices('#minutes=5.5', vocabulary).minutes, 10);
});

test('an edition without the usual words starts with what it has', () => {
  const small = { stages: ['well'], surfaces: ['chair'], equipment: [], conditions: [] };
  const choices = readChoices('', small);
  assert.equal(choices.stage, 'well');
  assert.deepEqual(choices.surfaces, []);
});

test('a link with a routine that is cut anywhere is known to be cut', () => {
  const { choices } = readLink('#stage=sore&conditions=dizziness', vocabulary);
  const whole = writeLink({ choices, code: '1ABC', name: 'Mornings', note: 'Slowly.' });
  assert.equal(readLink(whole, vocabulary).isCut, false);
  for (let length = 'whole=1'.length; length < whole.length - '=1'.length; ++length)
    assert.equal(readLink(whole.slice(0, length), vocabulary).isCut, true, whole.slice(0, length));
  assert.equal(readLink('#stage=sore&conditions=dizziness', vocabulary).isCut, false);
});

test('a name that was cut in the middle of a character is still a link', () => {
  const link = readLink(`#stage=sore&name=${'a'.repeat(199)}😀`, vocabulary);
  assert.match(writeLink(link), new RegExp(`&name=a{199}$`));
  assert.match(writeLink({ ...link, name: '😀' }), /&name=%F0%9F%98%80$/);
});

test('a list that stands there more than once holds all that is said', () => {
  const twice = 'conditions=pregnancy&conditions=dizziness,pregnancy&conditions=';
  assert.deepEqual(readChoices(twice, vocabulary).conditions, ['dizziness', 'pregnancy']);
});

test('a condition that is not known stays: nothing is planned as if it did not apply', () => {
  const { choices } = readLink('#conditions=gout,dizziness,,gout&stage=sore', vocabulary);
  assert.deepEqual(choices.conditions, ['dizziness', 'gout']);
  assert.match(writeChoices(choices), /&conditions=dizziness,gout$/);
});
