// The page of the kept routines.

import { render } from 'preact';
import { openStore } from './keep/open';
import { PlansPage } from './plans/page';
import { PLANS_COUNTS, PLANS_TEXTS } from './plans/words';
import { say } from './state/words';
import { required } from './ui/dom';
import { pageData } from './ui/page-data';
import { readPageWords } from './ui/page-words';
import { onShown } from './ui/shown';

const element = required('#plans', HTMLElement);
const data = pageData(element);
let started = false;

async function start(): Promise<void> {
  if (started) return;
  started = true;
  try {
    const store = await openStore();
    render(<PlansPage store={store} data={data} />, element);
  } catch {
    render(<p class="notice notice--warn">{say('failed')}</p>, element);
  }
}

readPageWords('plans-words', { texts: PLANS_TEXTS, counts: PLANS_COUNTS });
onShown(element, () => void start());
