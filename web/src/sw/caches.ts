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

/** The versions that are stored for this scope, in the order in which the browser made their caches. */
export async function versionsOf(scope: string): Promise<string[]> {
  const prefix = prefixOf(scope);
  const names = await caches.keys();
  return names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
}

export async function forget(scope: string, versions: readonly string[]): Promise<void> {
  await Promise.all(versions.map((version) => caches.delete(cacheName(scope, version))));
}

/** From the first of the versions that has it. */
export async function find(
  url: string,
  scope: string,
  versions: readonly string[],
): Promise<Response | undefined> {
  for (const version of versions) {
    const name = cacheName(scope, version);
    const found = await caches.match(url, { cacheName: name, ignoreVary: true });
    if (found) return found;
  }
  return undefined;
}

/**
 * Where to look for what a page asks for: in the version that it was loaded with, so that none of its files
 * is of another; in the one that runs, and in the others from the latest on, for pages that nobody knows.
 */
export async function searchedFor(
  page: string | undefined,
  scope: string,
  version: string,
): Promise<string[]> {
  const others = (await versionsOf(scope)).reverse();
  return [...new Set([...(page === undefined ? [] : [page]), version, ...others])];
}
