// Everything that is kept, as one file.

import { dayOf } from '../keep/day';
import { writeKept } from '../keep/kept';
import type { Store, Written } from '../keep/store';
import { download } from './download';

/** `unavailable` when what is kept cannot be read: there is no file then. */
export async function saveAll(store: Store): Promise<Written> {
  const kept = await store.exported().catch(() => undefined);
  if (!kept) return 'unavailable';
  download(`unclench-${dayOf(new Date())}.json`, 'application/json', writeKept(kept));
  return 'written';
}
