// The one way to the routine core: a question and its answer, wherever the core runs.

import { fileBytes } from './files';
import { openModules, type ModuleFiles } from './modules';
import type { Answer, Question, QuestionName } from './questions';
import type { RefusedRequest } from './types';

export interface Core {
  ask<N extends QuestionName>(name: N, question: Question<N>): Promise<Answer<N> | RefusedRequest>;
}

/**
 * Addresses; `worker` is empty where none can be had, as in a page from a disk. The text of the catalogue
 * comes from the page, which shows the same one: a file that is fetched twice may be of two versions of the
 * site.
 */
export interface CoreFiles {
  readonly worker: string;
  readonly core: string;
  readonly record: string;
  readonly catalogue: Promise<string>;
}

/** A message to the worker, and back with the same number. The first one has no question. */
export interface CoreMessage {
  readonly number: number;
  readonly files?: ModuleFiles;
  readonly name?: string;
  readonly question?: string;
}

export interface CoreReply {
  readonly number: number;
  readonly answer?: string;
  readonly problem?: string;
}

/** In a worker, so that a long search never holds up the page; on the page where there is none, or none begins. */
export async function openCore(files: CoreFiles): Promise<Core> {
  if (files.worker === '' || typeof Worker === 'undefined') return coreOnPage(files);
  return coreInWorker(files).catch(() => coreOnPage(files));
}

/** The page fetches what its head has announced, so that nothing waits for a script or a worker. */
async function moduleFiles({ core, record, catalogue }: CoreFiles): Promise<ModuleFiles> {
  const [bytes, text] = await Promise.all([fileBytes(core), catalogue]);
  return { core: bytes, record, catalogue: text };
}

async function coreOnPage(files: CoreFiles): Promise<Core> {
  const askText = await openModules(await moduleFiles(files));
  return {
    ask: async (name, question) => JSON.parse(await askText(name, JSON.stringify(question))),
  };
}

async function coreInWorker(files: CoreFiles): Promise<Core> {
  const worker = new Worker(files.worker);
  const waiting = new Map<number, { give(text: string): void; fail(error: Error): void }>();
  let last = 0;
  const failAll = (problem: string): void => {
    for (const { fail } of waiting.values()) fail(new Error(problem));
    waiting.clear();
  };
  worker.addEventListener('message', ({ data }: MessageEvent<CoreReply>) => {
    const asked = waiting.get(data.number);
    waiting.delete(data.number);
    if (data.answer === undefined) asked?.fail(new Error(data.problem));
    else asked?.give(data.answer);
  });
  const broken = new Promise<never>((_, fail) => {
    worker.addEventListener('error', ({ message }) => {
      const problem = message || 'the worker failed';
      failAll(problem);
      fail(new Error(problem));
    });
  });
  const send = (message: Omit<CoreMessage, 'number'>): Promise<string> =>
    new Promise((give, fail) => {
      const number = last++;
      waiting.set(number, { give, fail });
      worker.postMessage({ ...message, number });
    });
  try {
    // A worker that cannot begin says so before it is asked.
    await Promise.race([broken, moduleFiles(files).then((given) => send({ files: given }))]);
  } catch (error) {
    worker.terminate();
    throw error;
  }
  return {
    ask: async (name, question) =>
      JSON.parse(await send({ name, question: JSON.stringify(question) })),
  };
}
