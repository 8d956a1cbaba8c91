// A page about what is kept on the device: the store is opened when the page is first shown.

import { render, type JSX } from 'preact';
import { openStore } from '../keep/open';
import type { Store } from '../keep/store';
import { say, type PageWords } from '../state/words';
import { required } from './dom';
import { pageData, type PageData } from './page-data';
import { readPageWords } from './page-words';
import { onShown } from './shown';

export interface KeptPageProps {
  readonly store: Store;
  readonly data: PageData;
}

/** Fills the element of that id; the page's words stand in `ID-words`. */
export function keptPage(
  id: string,
  words: PageWords,
  Page: (props: KeptPageProps) => JSX.Element,
): void {
  const element = required(`#${id}`, HTMLElement);
  const data = pageData(element);
  let started = false;
  const start = async (): Promise<void> => {
    if (started) return;
    started = true;
    try {
      render(<Page store={await openStore()} data={data} />, element);
    } catch {
      render(<p class="notice notice--warn">{say('failed')}</p>, element);
    }
  };
  readPageWords(`${id}-words`, words);
  onShown(element, () => void start());
}
