// Answers a request from the stored site, from the network, or with the site's own 404 page.

import { folderAddress, storedAddress } from './addresses';
import { find } from './caches';
import type { Site } from './site';

export async function respond(request: Request, scope: string, site: Site): Promise<Response> {
  return site.networkFirst ? networkFirst(request, scope, site) : cacheFirst(request, scope, site);
}

async function cacheFirst(request: Request, scope: string, site: Site): Promise<Response> {
  const stored = await fromCache(request, scope, site);
  if (stored) return stored;
  try {
    return await fetch(request);
  } catch {
    return nowhere(request, scope, site);
  }
}

async function networkFirst(request: Request, scope: string, site: Site): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    const stored = await fromCache(request, scope, site);
    return stored ?? nowhere(request, scope, site);
  }
}

async function fromCache(
  request: Request,
  scope: string,
  { version }: Site,
): Promise<Response | undefined> {
  const withOlder = request.mode !== 'navigate';
  const stored = await find(storedAddress(request.url), scope, version, withOlder);
  if (stored) return stored;
  const folder = folderAddress(request.url);
  if (!folder || !(await find(storedAddress(folder), scope, version, withOlder))) return undefined;
  // Redirected rather than answered: relative links count from the folder.
  return Response.redirect(folder, 302);
}

async function nowhere(request: Request, scope: string, { version }: Site): Promise<Response> {
  if (request.mode !== 'navigate') return Response.error();
  const page = await find(new URL('404.html', scope).href, scope, version, false);
  if (!page) return Response.error();
  return new Response(page.body, { status: 404, headers: page.headers });
}
