// The buttons of a headset and of a locked screen: what the page plays for them, and when.

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { load } from './load.mjs';

const { browserMedia } = await load('session/devices/media.ts');

let log;
let session;
let allowed;

class FakeAudio {
  paused = true;
  loop = false;
  constructor(address) {
    this.address = address;
    log.push('made');
  }
  async play() {
    if (!allowed) throw new Error('not in a tap');
    this.paused = false;
    log.push(this.loop ? 'plays on and on' : 'plays once');
  }
  pause() {
    if (!this.paused) log.push('pauses');
    this.paused = true;
  }
  removeAttribute(name) {
    log.push(`without ${name}`);
  }
}

beforeEach(() => {
  log = [];
  allowed = true;
  session = { setActionHandler: () => undefined, playbackState: 'none', metadata: null };
  Object.defineProperty(globalThis, 'navigator', {
    configurable: true,
    value: { mediaSession: session },
  });
  globalThis.Audio = FakeAudio;
  globalThis.MediaMetadata = class {
    constructor(data) {
      Object.assign(this, data);
    }
  };
});

test('silence plays from the tap on, pauses with the session and is gone at its end', async () => {
  const media = browserMedia();
  media.unlock();
  await undefined;
  assert.deepEqual(log, ['made', 'plays on and on']);
  media.show('Bridge', true);
  assert.deepEqual([session.playbackState, session.metadata.title], ['playing', 'Bridge']);
  media.show('Bridge', false);
  assert.equal(session.playbackState, 'paused');
  media.show('Bridge', true);
  media.forget();
  assert.deepEqual([session.playbackState, session.metadata], ['none', null]);
  media.show('Bridge', true);
  assert.deepEqual(log.slice(2), ['pauses', 'plays on and on', 'pauses', 'without src']);
});

test('nothing is played before a tap, and a refusal ends nothing', async () => {
  const media = browserMedia();
  media.show('Bridge', true);
  assert.deepEqual(log, []);
  allowed = false;
  media.unlock();
  media.show('Bridge', true);
  await new Promise((done) => setTimeout(done));
  assert.equal(session.playbackState, 'playing');
});

test('without buttons nothing is played for them', () => {
  navigator.mediaSession = undefined;
  const media = browserMedia();
  media.unlock();
  media.show('Bridge', true);
  media.forget();
  assert.deepEqual(log, []);
});

test('what is played is a whole WAV file of ten seconds without a sound', () => {
  let address = '';
  globalThis.Audio = class extends FakeAudio {
    constructor(given) {
      super(given);
      address = given;
    }
  };
  browserMedia().unlock();
  const bytes = Buffer.from(address.replace(/^data:audio\/wav;base64,/, ''), 'base64');
  assert.equal(bytes.toString('latin1', 0, 4) + bytes.toString('latin1', 8, 16), 'RIFFWAVEfmt ');
  assert.equal(bytes.readUInt32LE(4), bytes.length - 8);
  assert.equal(bytes.readUInt32LE(40), bytes.length - 44);
  assert.equal((bytes.length - 44) / bytes.readUInt32LE(28), 10);
  assert.ok(bytes.subarray(44).every((byte) => byte === 0x80));
});
