// The pages of the site that are open in any tab.

import { isInScope } from './addresses';

/** Also those that were loaded past the worker: it answers for them as soon as it begins. */
export async function openPages({
  clients,
  registration,
}: Pick<ServiceWorkerGlobalScope, 'clients' | 'registration'>): Promise<readonly Client[]> {
  const windows = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  return windows.filter(({ url }) => isInScope(url, registration.scope));
}
