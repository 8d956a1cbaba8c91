// One cache for each version of a site. Two sites on one host tell theirs apart by their scope.

import type { Site } from './site';

/** The scope's path is part of the name, closed by a colon, so that no scope begins another. */
function prefixOf(scope: string): string {
  return `unclench:${new URL(scope).pathname}:`;
}

export function cacheName(scope: string, version: string): string {
  return prefixOf(scope) + version;
}

/**
 * All or nothing: a worker whose site is only half there is not installed. What failed leaves no empty
 * cache behind, which would push out the version before.
 */
export async function precache(scope: string, site: Site): Promise<void> {
  const name = cacheName(scope, site.version);
  const isNew = !(await caches.has(name));
  const cache = await caches.open(name);
  // Past the browser's own cache, which may still hold files of the version before.
  const requests = site.urls.map((url) => new Request(new URL(url, scope), { cache: 'reload' }));
  try {
    await cache.addAll(requests);
  } catch (error) {
    if (isNew) await caches.delete(name);
    throw error;
  }
}

/** The names of this scope's caches, in the order in which the browser made them. */
async function cachesOf(scope: string): Promise<string[]> {
  const names = await caches.keys();
  return names.filter((name) => name.startsWith(prefixOf(scope)));
}

/** Keeps the version before too: pages opened with it may still ask for their files. */
export async function forgetOlder(scope: string, version: string): Promise<void> {
  const others = (await cachesOf(scope)).filter((name) => name !== cacheName(scope, version));
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
}

/** Pages come from this version alone; files of an open page may be those of the version before. */
export async function find(
  url: string,
  scope: string,
  version: string,
  withOlder: boolean,
): Promise<Response | undefined> {
  const current = cacheName(scope, version);
  const found = await caches.match(url, { cacheName: current, ignoreVary: true });
  if (found || !withOlder) return found;
  for (const name of (await cachesOf(scope)).reverse()) {
    const older = await caches.match(url, { cacheName: name, ignoreVary: true });
    if (older) return older;
  }
  return undefined;
}
