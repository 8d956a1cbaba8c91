// The routine core in a worker: the first message brings its files, the others ask.

import type { CoreMessage, CoreReply } from './core/core';
import { openModules, type AskText } from './core/modules';

let askText: AskText | undefined;

async function answer({ files, name, question }: CoreMessage): Promise<string> {
  if (files) {
    askText = await openModules(files);
    return '';
  }
  if (!askText) throw new Error('the routine core has not been opened');
  return askText(name ?? '', question ?? '');
}

self.addEventListener('message', ({ data }: MessageEvent<CoreMessage>) => {
  const reply = (given: Omit<CoreReply, 'number'>): void =>
    self.postMessage({ ...given, number: data.number });
  answer(data).then(
    (text) => reply({ answer: text }),
    (error: unknown) => reply({ problem: String(error) }),
  );
});
