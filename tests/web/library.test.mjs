import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './load.mjs';

const {
  careWith,
  isFiltered,
  loosenings,
  matches,
  NO_CHOICES,
  readQuery,
  searchable,
  withOption,
  withOptions,
  withoutOption,
  withWords,
  writeQuery,
} = await load('library/choices.ts', 'library/match.ts', 'library/query.ts');

const filters = [
  { id: 'position', options: ['supine', 'prone', 'standing'] },
  { id: 'equipment', options: ['chair', 'mat', 'none'] },
  { id: 'condition', options: ['disc', 'pregnancy', 'osteoporosis'] },
  { id: 'effort', options: ['0', '1', '2', '3'] },
];

const card = {
  position: 'supine',
  surfaces: ['bed', 'floor'],
  phase: 'mobilise',
  targets: ['lower-back', 'spine'],
  needs: [],
  avoid: ['pregnancy'],
  care: ['osteoporosis'],
  load: 1,
  text: searchable('Knee rolls Lie on your back. Lower trunk rotation'),
};

const chosen = (text) => readQuery(text, filters);
const choose = (filter, ...options) => withOptions(NO_CHOICES, filter, options);

test('what is written is read again, in the order that is offered', () => {
  const text = 'position=supine,standing&condition=pregnancy,osteoporosis&effort=1&q=knee%20roll';
  assert.equal(writeQuery(chosen(text), filters), text);
  assert.equal(
    writeQuery(chosen('effort=1&position=standing,supine'), filters),
    'position=supine,standing&effort=1',
  );
});

test('unknown filters and options are passed over', () => {
  const choices = chosen('?position=moon,prone,prone&colour=red&condition=__proto__&effort=');
  assert.deepEqual(choices, { chosen: { position: ['prone'] }, words: '' });
  assert.equal(isFiltered(chosen('colour=red')), false);
  assert.equal(writeQuery(chosen(''), filters), '');
});

test('words are typed as they are and written without the space around them', () => {
  assert.equal(
    writeQuery(withWords(NO_CHOICES, ' a & b, ü '), filters),
    'q=a%20%26%20b%2C%20%C3%BC',
  );
  assert.equal(chosen('q=a%20%26%20b%2C').words, 'a & b,');
  assert.equal(isFiltered(withWords(NO_CHOICES, '  ')), false);
});

test('of several options one is enough, of several filters each counts', () => {
  assert.equal(matches(card, NO_CHOICES), true);
  assert.equal(matches(card, chosen('position=prone,supine')), true);
  assert.equal(matches(card, chosen('position=prone')), false);
  assert.equal(matches(card, choose('surface', 'bed', 'chair')), true);
  assert.equal(matches(card, choose('surface', 'chair')), false);
  assert.equal(matches(card, choose('target', 'spine')), true);
  assert.equal(matches(card, choose('phase', 'rest')), false);
  assert.equal(matches(card, withOptions(chosen('position=supine'), 'target', ['hips'])), false);
});

test('equipment hides what needs something else', () => {
  const needing = (...needs) => ({ ...card, needs });
  assert.equal(matches(card, choose('equipment', 'none')), true);
  assert.equal(matches(needing(['chair', 'mat']), choose('equipment', 'none')), false);
  assert.equal(matches(needing(['chair', 'mat']), choose('equipment', 'mat')), true);
  assert.equal(matches(needing(['chair'], ['mat']), choose('equipment', 'mat')), false);
  assert.equal(matches(needing(['chair'], ['mat']), choose('equipment', 'mat', 'chair')), true);
  assert.equal(matches(needing(['chair']), NO_CHOICES), true);
});

test('a condition hides what it rules out and marks what needs care', () => {
  assert.equal(matches(card, choose('condition', 'disc', 'pregnancy')), false);
  const choices = choose('condition', 'disc', 'osteoporosis');
  assert.equal(matches(card, choices), true);
  assert.deepEqual(careWith(card, choices), ['osteoporosis']);
  assert.deepEqual(careWith(card, NO_CHOICES), []);
});

test('effort is the most that there may be', () => {
  assert.equal(matches(card, choose('effort', '0')), false);
  assert.equal(matches(card, choose('effort', '1')), true);
  assert.equal(matches(card, choose('effort', '3')), true);
});

test('each typed word begins a word of the text, whatever its case and marks', () => {
  const typed = (words) => matches(card, withWords(NO_CHOICES, words));
  assert.equal(typed('ROLL knee'), true);
  assert.equal(typed('Rotat, lowér'), true);
  assert.equal(typed('olls'), false);
  assert.equal(typed('knee bridge'), false);
  assert.equal(typed(' ,; '), true);
});

test('who has nothing has nothing else, and of effort there is one', () => {
  let choices = withOption(withOption(NO_CHOICES, 'equipment', 'mat'), 'equipment', 'chair');
  assert.deepEqual(choices.chosen.equipment, ['mat', 'chair']);
  choices = withOption(choices, 'equipment', 'none');
  assert.deepEqual(choices.chosen.equipment, ['none']);
  choices = withOption(choices, 'equipment', 'mat');
  assert.deepEqual(choices.chosen.equipment, ['mat']);
  assert.deepEqual(withoutOption(choices, 'equipment', 'mat'), NO_CHOICES);
  choices = withOption(withOption(NO_CHOICES, 'effort', '2'), 'effort', '1');
  assert.deepEqual(choices.chosen.effort, ['1']);
});

test('what to leave out is named by what it gives back, the most first', () => {
  const cards = [card, { ...card, position: 'prone' }, { ...card, position: 'prone', load: 3 }];
  const choices = withWords(withOptions(choose('position', 'standing'), 'effort', ['1']), 'knee');
  assert.deepEqual(loosenings(cards, choices), [{ filter: 'position', count: 2 }]);
  const typed = withWords(choose('position', 'supine'), 'bridge');
  assert.deepEqual(loosenings(cards, typed), [{ filter: '', count: 1 }]);
  const hopeless = withWords(choose('position', 'standing'), 'bridge');
  assert.deepEqual(loosenings(cards, hopeless), []);
});
