// Runs on every page: after the first visit the whole site works without a network. Opens the search.

import { listenForSearch } from './search/open';
import { unfoldWhenNeeded } from './ui/unfold';

const { worker, scope, search } =
  document.querySelector<HTMLScriptElement>('script[data-worker]')?.dataset ?? {};

function registerWorker(): void {
  // There is no serviceWorker in a page opened from a file or over plain HTTP.
  if (!worker || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register(worker, scope ? { scope } : {}).catch(() => {
    // Some private modes refuse. The site then simply needs its network.
  });
}

// Later than the page's own files, so that the copies for offline use do not slow it down.
if (document.readyState === 'complete') registerWorker();
else window.addEventListener('load', registerWorker, { once: true });

if (search) listenForSearch(search);
unfoldWhenNeeded();
