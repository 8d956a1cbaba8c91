// The change from one version to the next: when a page wants it, and never during a session.

import { IN_SESSION } from '../update/versions';

export async function takeOver(
  worker: Pick<ServiceWorkerGlobalScope, 'clients' | 'skipWaiting'>,
  asker: Client | ServiceWorker | MessagePort | null,
): Promise<void> {
  const pages = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const isInSession = pages.some(({ url }) => new URL(url).pathname.endsWith('/session/'));
  if (isInSession) asker?.postMessage(IN_SESSION);
  else await worker.skipWaiting();
}
