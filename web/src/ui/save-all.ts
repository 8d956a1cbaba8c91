// Everything that is kept, as one file.

import { dayOf } from '../keep/day';
import { writeKept } from '../keep/kept';
import type { Store } from '../keep/store';
import { download } from './download';

export async function saveAll(store: Store): Promise<void> {
  const name = `unclench-${dayOf(new Date())}.json`;
  download(name, 'application/json', writeKept(await store.exported()));
}
