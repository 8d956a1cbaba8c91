import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './load.mjs';

const { newsOf } = await load('keep/news.ts');

test('other pages hear that something changed, and the one that tells does not', (context) => {
  const channels = [];
  class Channel extends EventTarget {
    constructor() {
      super();
      channels.push(this);
    }
    postMessage() {
      for (const other of channels) if (other !== this) other.dispatchEvent(new Event('message'));
    }
  }
  const { BroadcastChannel } = globalThis;
  globalThis.BroadcastChannel = Channel;
  context.after(() => (globalThis.BroadcastChannel = BroadcastChannel));
  const heard = [];
  const [one, other] = [newsOf('unclench'), newsOf('unclench')];
  one.onTold(() => heard.push('one'));
  other.onTold(() => heard.push('other'));
  one.tell();
  assert.deepEqual(heard, ['other']);
});

test('without channels a page looks again when a person comes back to it', () => {
  const { BroadcastChannel } = globalThis;
  globalThis.BroadcastChannel = undefined;
  globalThis.document = Object.assign(new EventTarget(), { visibilityState: 'hidden' });
  try {
    let told = 0;
    const news = newsOf('unclench');
    news.onTold(() => (told += 1));
    news.tell();
    document.dispatchEvent(new Event('visibilitychange'));
    assert.equal(told, 0);
    document.visibilityState = 'visible';
    document.dispatchEvent(new Event('visibilitychange'));
    assert.equal(told, 1);
  } finally {
    globalThis.BroadcastChannel = BroadcastChannel;
    delete globalThis.document;
  }
});
