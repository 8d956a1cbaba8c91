// Which version of the site each open page was loaded with. When a version begins, the pages that are open
// then are of the one that ran before; they keep to it until they are closed. The list stands among the files
// of their version, as a worker may be stopped at any time. Pages in no list are of the version that runs.

import { cacheName, versionsOf } from './caches';

export interface Pages {
  /** The version of a page; nothing when it is of the one that runs. */
  versionOf(page: string): Promise<string | undefined>;
  /**
   * `version` begins while the pages with the ids `open` are there. Gives the versions that nobody needs any more.
   * Those of open pages stay, and the one that ran last: a page that was put away may come back to it. So does what
   * was made after `version` and never ran, which may be on its way.
   */
  begin(version: string, open: readonly string[]): Promise<readonly string[]>;
}

interface List {
  readonly began: number; // counts the beginnings of versions; a version may begin again
  readonly pages: readonly string[];
}

type Lists = Map<string, List>; // of the versions that ran

export function pagesOf(scope: string): Pages {
  let reading: Promise<Lists> | undefined;
  const lists = (): Promise<Lists> => {
    reading ??= read(scope);
    reading.catch(() => (reading = undefined));
    return reading;
  };

  return {
    versionOf: async (page) => holder(await lists(), page),
    async begin(version, open) {
      const all = await lists();
      const stored = await versionsOf(scope);
      const older = stored.slice(0, stored.indexOf(version));
      const ran = [...all.keys()].sort((one, other) => beganOf(all, other) - beganOf(all, one));
      // Where none has a list, they are of older workers.
      const before = ran[0] ?? older[older.length - 1];
      const next = before === undefined ? 1 : beganOf(all, before) + 1;
      if (before !== undefined && before !== version) book(all, before, open);
      all.set(version, { began: next, pages: [] });
      // A full device keeps no list; the version begins all the same.
      await Promise.all(
        [...new Set([before ?? version, version])].map((each) =>
          write(scope, each, all.get(each)).catch(() => undefined),
        ),
      );
      const last = before === version ? ran[1] : before;
      const isNeeded = (other: string): boolean =>
        other === last || (all.get(other)?.pages ?? []).some((page) => open.includes(page));
      return stored.filter(
        (other) =>
          other !== version && !isNeeded(other) && (all.has(other) || older.includes(other)),
      );
    },
  };
}

function holder(all: Lists, page: string): string | undefined {
  return [...all].find(([, { pages }]) => pages.includes(page))?.[0];
}

function beganOf(all: Lists, version: string): number {
  return all.get(version)?.began ?? 0;
}

/** The pages that are in no list are of `version`; those that were closed are of none. */
function book(all: Lists, version: string, open: readonly string[]): void {
  const pages = open.filter((page) => [version, undefined].includes(holder(all, page)));
  all.set(version, { began: beganOf(all, version), pages });
}

/** No page has this address: what is asked for is looked up without its query. */
function listAddress(scope: string): string {
  return `${scope}?open-pages`;
}

async function read(scope: string): Promise<Lists> {
  const lists: Lists = new Map();
  for (const version of await versionsOf(scope)) {
    const list = await caches.match(listAddress(scope), { cacheName: cacheName(scope, version) });
    if (list) lists.set(version, (await list.json()) as List);
  }
  return lists;
}

async function write(scope: string, version: string, list: List | undefined): Promise<void> {
  const cache = await caches.open(cacheName(scope, version));
  await cache.put(listAddress(scope), new Response(JSON.stringify(list)));
}
