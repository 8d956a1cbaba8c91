// Registers the service worker, and offers the versions that it finds later.

import { textInTab } from '../keep/tab';
import { updateNotice } from './notice';
import { watchVersions } from './versions';

export async function registerWorker(address: string, scope: string | undefined): Promise<void> {
  // There is no serviceWorker in a page opened from a file or over plain HTTP.
  const workers = 'serviceWorker' in navigator ? navigator.serviceWorker : undefined;
  if (!workers) return;
  try {
    const registration = await workers.register(address, scope ? { scope } : {});
    // The authors' server reloads pages itself, and with every change there is a new version.
    const isServed = document.querySelector('script[data-run]') !== null;
    const notice = isServed ? null : updateNotice();
    const wanted = textInTab('unclench:wanted');
    const reload = (): void => location.reload();
    if (notice) watchVersions(registration, { workers, wanted, reload }, notice);
  } catch {
    // Some private modes refuse. The site then simply needs its network.
  }
}
