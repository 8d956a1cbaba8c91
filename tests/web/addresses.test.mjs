import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './load.mjs';

const { folderAddress, isInScope, storedAddress } = await load('sw/addresses.ts');

const scope = 'https://example.org/some/path/';

test('query, fragment and index.html do not matter', () => {
  assert.equal(storedAddress(`${scope}builder/?stage=sore#routine`), `${scope}builder/`);
  assert.equal(storedAddress(`${scope}builder/index.html`), `${scope}builder/`);
  assert.equal(storedAddress(`${scope}index.html`), scope);
});

test('an address without a slash may be a folder, and keeps its query', () => {
  assert.equal(folderAddress(`${scope}builder?stage=sore`), `${scope}builder/?stage=sore`);
  assert.equal(folderAddress(`${scope}builder/`), null);
  assert.equal(folderAddress(`${scope}core.wasm`), null);
});

test('only the site itself is in its scope', () => {
  assert.equal(isInScope(`${scope}builder/`, scope), true);
  assert.equal(isInScope('https://example.org/some/', scope), false);
  assert.equal(isInScope('https://example.com/some/path/', scope), false);
});
