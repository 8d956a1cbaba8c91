// Answers a request from the stored site, from the network, or with the site's own 404 page.

import { folderAddress, storedAddress } from './addresses';
import { find, searchedFor } from './caches';
import type { Site } from './site';

/** `page` is the version that the page which asks was loaded with, if that is known. */
export async function respond(
  request: Request,
  scope: string,
  site: Site,
  page: string | undefined,
): Promise<Response> {
  // Pages come from the version that runs alone.
  const versions =
    request.mode === 'navigate' ? [site.version] : await searchedFor(page, scope, site.version);
  return site.networkFirst
    ? networkFirst(request, scope, versions)
    : cacheFirst(request, scope, versions);
}

async function cacheFirst(
  request: Request,
  scope: string,
  versions: readonly string[],
): Promise<Response> {
  const stored = await fromCache(request, scope, versions);
  if (stored) return stored;
  try {
    return await fetch(request);
  } catch {
    return nowhere(request, scope, versions);
  }
}

async function networkFirst(
  request: Request,
  scope: string,
  versions: readonly string[],
): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    const stored = await fromCache(request, scope, versions);
    return stored ?? nowhere(request, scope, versions);
  }
}

async function fromCache(
  request: Request,
  scope: string,
  versions: readonly string[],
): Promise<Response | undefined> {
  const stored = await find(storedAddress(request.url), scope, versions);
  if (stored) return stored;
  const folder = folderAddress(request.url);
  if (!folder || !(await find(storedAddress(folder), scope, versions))) return undefined;
  // Redirected rather than answered: relative links count from the folder.
  return Response.redirect(folder, 302);
}

async function nowhere(
  request: Request,
  scope: string,
  versions: readonly string[],
): Promise<Response> {
  if (request.mode !== 'navigate') return Response.error();
  const page = await find(new URL('404.html', scope).href, scope, versions);
  if (!page) return Response.error();
  return new Response(page.body, { status: 404, headers: page.headers });
}
