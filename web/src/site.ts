// Runs on every page: after the first visit the whole site works without a network. Opens the search.

import { listenForSearch } from './search/open';
import { unfoldWhenNeeded } from './ui/unfold';
import { registerWorker } from './update/register';

const { worker, scope, search } =
  document.querySelector<HTMLScriptElement>('script[data-worker]')?.dataset ?? {};

// Later than the page's own files, so that the copies for offline use do not slow it down.
if (worker) {
  const register = (): void => void registerWorker(worker, scope);
  if (document.readyState === 'complete') register();
  else window.addEventListener('load', register, { once: true });
}

if (search) listenForSearch(search);
unfoldWhenNeeded();
