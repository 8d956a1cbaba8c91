// The page that shows how it is going.

import { render } from 'preact';
import { openStore } from './keep/open';
import { ProgressPage } from './progress/page';
import { PROGRESS_COUNTS, PROGRESS_TEXTS } from './progress/words';
import { say } from './state/words';
import { required } from './ui/dom';
import { pageData } from './ui/page-data';
import { readPageWords } from './ui/page-words';
import { onShown } from './ui/shown';

const element = required('#progress', HTMLElement);
const data = pageData(element);
let started = false;

async function start(): Promise<void> {
  if (started) return;
  started = true;
  try {
    const store = await openStore();
    render(<ProgressPage store={store} data={data} />, element);
  } catch {
    render(<p class="notice notice--warn">{say('failed')}</p>, element);
  }
}

readPageWords('progress-words', { texts: PROGRESS_TEXTS, counts: PROGRESS_COUNTS });
onShown(element, () => void start());
