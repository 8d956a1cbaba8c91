// The routine core in a worker: one message says where its files are, one brings the catalogue, the others
// ask.

import type { CoreMessage, CoreReply } from './core/core';
import { openModules, type AskText } from './core/modules';

let askText: AskText | undefined;
let bring: (catalogue: string) => void;
const brought = new Promise<string>((give) => (bring = give));

async function answer({ files, catalogue, name, question }: CoreMessage): Promise<string> {
  if (catalogue !== undefined) {
    bring(catalogue);
    return '';
  }
  if (files) {
    askText = await openModules(files, brought);
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
