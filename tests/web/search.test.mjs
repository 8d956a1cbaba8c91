import assert from 'node:assert/strict';
import { test } from 'node:test';
import MiniSearch from 'minisearch';
import { load } from './load.mjs';

const { openIndex } = await load('search/find.ts');

const pages = [
  ['Bridge', 'Steps', 'Lift your hips off the floor.', 'exercise'],
  ['Pelvic tilt', 'Steps', 'Flatten your lower back against the floor.', 'exercise'],
  [
    'Slipped disc',
    'What it means',
    'A disc that presses on a nerve. Bridges are fine.',
    'condition',
  ],
  ['Getting out of bed', 'Roll in one piece', 'How to roll on to your side in bed.', 'guide'],
  ['An article', 'Movements', 'It has a bridge and a pelvic tilt.', 'article'],
].map(([title, headings, text, kind], id) => ({
  id,
  title,
  headings,
  text,
  kind,
  url: `/${id}/`,
  summary: text,
}));

function index() {
  const made = new MiniSearch({
    idField: 'id',
    fields: ['title', 'headings', 'text'],
    storeFields: ['title', 'url', 'kind', 'summary'],
  });
  made.addAll(pages);
  return openIndex(JSON.stringify(made));
}

const find = index();
const titles = (words) => find(words).map(({ title }) => title);

test('a title comes before a mention', () => {
  assert.deepEqual(titles('bridge'), ['Bridge', 'Slipped disc', 'An article']);
});

test('the beginning of a word is enough, and so is a word with a slip', () => {
  assert.equal(titles('pelv')[0], 'Pelvic tilt');
  assert.equal(titles('brigde')[0], 'Bridge');
  assert.equal(titles('PELVIK tilt')[0], 'Pelvic tilt');
});

test('all words together come first; when there is no such page, any of them', () => {
  assert.deepEqual(titles('pelvic floor'), ['Pelvic tilt']);
  assert.ok(titles('bridge unheard').includes('Bridge'));
});

test('nothing is found for nothing', () => {
  assert.deepEqual(titles('  '), []);
  assert.deepEqual(titles('?!'), []);
  assert.deepEqual(titles('zzzzzz'), []);
});

test('a result says what it is, where and what about', () => {
  assert.deepEqual(find('getting out')[0], {
    title: 'Getting out of bed',
    url: '/3/',
    kind: 'guide',
    summary: 'How to roll on to your side in bed.',
  });
});
