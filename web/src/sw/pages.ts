// Which version of the site each open page was loaded with. When a version begins, the pages that are open
// then are of the one that ran before; they keep to it until they are closed. The list stands among the files
// of their version, as a worker may be stopped at any time. Pages in no list are of the version that runs.

import { cacheName, versionsOf } from './caches';

export interface Pages {
  /** The version of a page; nothing when it is of the one that runs. */
  versionOf(page: string): Promise<string | undefined>;
  /**
   * `version` begins while the pages `open` are there, ids of those that a worker answers for. Gives the
   * versions before it that still have open pages.
   */
  begin(version: string, open: readonly string[]): Promise<ReadonlySet<string>>;
}

type Lists = Map<string, readonly string[]>; // of the versions that ran

export function pagesOf(scope: string): Pages {
  let reading: Promise<Lists> | undefined;
  const lists = (): Promise<Lists> => {
    reading ??= read(scope);
    reading.catch(() => (reading = undefined));
    return reading;
  };
  const holder = (all: Lists, page: string): string | undefined =>
    [...all].find(([, pages]) => pages.includes(page))?.[0];

  return {
    versionOf: async (page) => holder(await lists(), page),
    async begin(version, open) {
      const all = await lists();
      const others = (await versionsOf(scope)).filter((other) => other !== version);
      // The latest may have been fetched and never begun. Where none has a list, they are of older workers.
      const ran = others.filter((other) => all.has(other));
      const [before] = (ran.length > 0 ? ran : others).slice(-1);
      const unknown = open.filter((page) => holder(all, page) === undefined);
      if (before !== undefined) {
        const still = (all.get(before) ?? []).filter((page) => open.includes(page));
        all.set(before, [...still, ...unknown]);
      }
      all.set(version, []);
      const inUse = others.filter((other) => all.get(other)?.some((page) => open.includes(page)));
      // A full device keeps no list; the version begins all the same.
      await Promise.all(
        [version, ...(before === undefined ? [] : [before])].map((each) =>
          write(scope, each, all.get(each) ?? []).catch(() => undefined),
        ),
      );
      return new Set(inUse);
    },
  };
}

/** No page has this address: what is asked for is looked up without its query. */
function listAddress(scope: string): string {
  return `${scope}?pages`;
}

async function read(scope: string): Promise<Lists> {
  const lists: Lists = new Map();
  for (const version of await versionsOf(scope)) {
    const list = await caches.match(listAddress(scope), { cacheName: cacheName(scope, version) });
    if (list) lists.set(version, (await list.json()) as string[]);
  }
  return lists;
}

async function write(scope: string, version: string, pages: readonly string[]): Promise<void> {
  const cache = await caches.open(cacheName(scope, version));
  await cache.put(listAddress(scope), new Response(JSON.stringify(pages)));
}
