// The addresses that a page's element carries, and the core that they lead to.

import { openCore, type Core } from '../core/core';
import { fileText } from '../core/files';
import type { Catalogue } from '../core/types';

export interface PageData {
  readonly builder: string;
  readonly session: string;
  readonly plans: string;
  readonly progress: string;
  readonly help: string;
  /** Both are fetched when they are first asked for. */
  core(): Promise<Core>;
  catalogue(): Promise<Catalogue>;
}

export function pageData({ dataset }: HTMLElement): PageData {
  const { core = '', record = '', catalogue = '', builder = '', session = '' } = dataset;
  const { plans = '', progress = '', help = '' } = dataset;
  const text = once(() => fileText(catalogue));
  return {
    ...{ builder, session, plans, progress, help },
    core: once(() => openCore({ core, record, catalogue: text(), worker: workerAddress() })),
    catalogue: once(async () => JSON.parse(await text()) as Catalogue),
  };
}

function workerAddress(): string {
  const script = document.querySelector<HTMLScriptElement>('script[data-core-worker]');
  return script?.dataset.coreWorker ?? '';
}

/** What failed is tried again the next time. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    made.catch(() => (made = undefined));
    return made;
  };
}
