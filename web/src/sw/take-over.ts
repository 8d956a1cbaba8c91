// The change from one version to the next: when a page wants it, and never during a session.

import { IN_SESSION } from '../update/messages';
import { storedAddress } from './addresses';
import { openPages } from './open-pages';

export async function takeOver(
  worker: Pick<ServiceWorkerGlobalScope, 'clients' | 'registration' | 'skipWaiting'>,
  asker: Client | ServiceWorker | MessagePort | null,
): Promise<void> {
  const pages = await openPages(worker);
  const isInSession = pages.some(({ url }) =>
    new URL(storedAddress(url)).pathname.endsWith('/session/'),
  );
  if (isInSession) asker?.postMessage(IN_SESSION);
  else await worker.skipWaiting();
}
