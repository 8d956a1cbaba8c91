// The routine core in a worker: the first message says where its files are, the others ask.

import type { CoreMessage, CoreReply } from './core/core';
import { fileBytes, fileText } from './core/files';
import { createPlanner, type Planner } from './core/planner';

let planner: Planner | undefined;

async function answer({ files, name, question }: CoreMessage): Promise<string> {
  if (files) {
    const [wasm, catalogue] = await Promise.all([fileBytes(files.core), fileText(files.catalogue)]);
    planner = await createPlanner(wasm, catalogue);
    return '';
  }
  if (!planner) throw new Error('the routine core has not been opened');
  return planner.askText(name ?? '', question ?? '');
}

self.addEventListener('message', ({ data }: MessageEvent<CoreMessage>) => {
  const reply = (given: Omit<CoreReply, 'number'>): void =>
    self.postMessage({ ...given, number: data.number });
  answer(data).then(
    (text) => reply({ answer: text }),
    (error: unknown) => reply({ problem: String(error) }),
  );
});
