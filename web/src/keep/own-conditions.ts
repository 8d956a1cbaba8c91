// What applies to the reader, as far as this device knows it.

import type { Store } from './store';

/** What the kept routines were made for, each once; none where nothing can be read. */
export async function ownConditions(store: Pick<Store, 'plans'>): Promise<readonly string[]> {
  const plans = await store.plans().catch(() => []);
  return [...new Set(plans.flatMap(({ request }) => request.conditions))];
}
