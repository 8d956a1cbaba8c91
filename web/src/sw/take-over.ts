// The change from one version to the next: when a page wants it, and never during a session.

import { IN_SESSION } from '../update/versions';
import { isInScope, storedAddress } from './addresses';

export async function takeOver(
  worker: Pick<ServiceWorkerGlobalScope, 'clients' | 'registration' | 'skipWaiting'>,
  asker: Client | ServiceWorker | MessagePort | null,
): Promise<void> {
  const pages = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const { scope } = worker.registration;
  const isInSession = pages.some(
    ({ url }) =>
      isInScope(url, scope) && new URL(storedAddress(url)).pathname.endsWith('/session/'),
  );
  if (isInSession) asker?.postMessage(IN_SESSION);
  else await worker.skipWaiting();
}
