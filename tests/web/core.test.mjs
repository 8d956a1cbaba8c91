import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { load } from './load.mjs';

const { openCore } = await load('core/core.ts');

const given = { Worker: globalThis.Worker, fetch: globalThis.fetch };
afterEach(() => Object.assign(globalThis, given));

/** A worker that hears every message and does with it what `hear` does. */
function workerThat(hear) {
  return class extends EventTarget {
    postMessage(message) {
      hear(this, message);
    }
    terminate() {}
  };
}

const replyTo = (worker, { number }, answer) =>
  worker.dispatchEvent(Object.assign(new Event('message'), { data: { number, answer } }));

function files(catalogue = Promise.resolve('{}')) {
  return { worker: 'worker.js', core: 'core.wasm', record: 'record.wasm', catalogue };
}

describe('the core in a worker', () => {
  it('gets its files and answers questions', async () => {
    const heard = [];
    globalThis.fetch = async () => new Response('wasm');
    globalThis.Worker = workerThat((worker, message) => {
      heard.push(message);
      replyTo(worker, message, '{"code":"1.x"}');
    });
    const core = await openCore(files());
    assert.deepEqual(await core.ask('code', { stage: 'sore' }), { code: '1.x' });
    assert.equal(new TextDecoder().decode(heard[0].files.core), 'wasm');
    assert.equal(heard[0].files.catalogue, '{}');
    assert.deepEqual(heard[1], { number: 1, name: 'code', question: '{"stage":"sore"}' });
  });

  it('is opened on the page when the worker fails before its files are there', async () => {
    const fetched = [];
    globalThis.fetch = async (address) => {
      fetched.push(address);
      return new Response('not the core');
    };
    globalThis.Worker = class extends workerThat(() => undefined) {
      constructor() {
        super();
        queueMicrotask(() => this.dispatchEvent(new Event('error')));
      }
    };
    let arrive;
    const catalogue = new Promise((resolve) => (arrive = resolve));
    const opened = openCore(files(catalogue));
    setTimeout(() => arrive('{}'), 10);
    // The page itself then finds that this is no module.
    await assert.rejects(opened, WebAssembly.CompileError);
    assert.deepEqual(fetched, ['core.wasm', 'core.wasm']);
  });
});
