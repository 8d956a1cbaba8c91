// The service worker: keeps the whole site on the device, so that it works without a network.

import { isInScope } from './sw/addresses';
import { forget, precache } from './sw/caches';
import { openPages } from './sw/open-pages';
import { pagesOf } from './sw/pages';
import { respond } from './sw/respond';
import { takeOver } from './sw/take-over';
import type { Site } from './sw/site';
import { TAKE_OVER } from './update/messages';

// The generator writes `unclenchSite` into the file's first line.
declare const self: ServiceWorkerGlobalScope & { readonly unclenchSite: Site };

const site = self.unclenchSite;
const { scope } = self.registration;
const pages = pagesOf(scope);

self.addEventListener('install', (event) => {
  // A new version waits until a page wants it, or until no page of the one before is open.
  event.waitUntil(
    precache(scope, site).then(() => (site.networkFirst ? self.skipWaiting() : undefined)),
  );
});

self.addEventListener('message', (event) => {
  if (event.data === TAKE_OVER) event.waitUntil(takeOver(self, event.source));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(begin().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !isInScope(request.url, scope)) return;
  // The development server's stream of events never ends; it is not the worker's business.
  if (request.headers.get('accept') === 'text/event-stream') return;
  event.respondWith(answer(event));
});

/** The pages that are open now stay with the version that they were loaded with. */
async function begin(): Promise<void> {
  const open = (await openPages(self)).map(({ id }) => id);
  await forget(scope, await pages.begin(site.version, open));
}

async function answer({ request, clientId }: FetchEvent): Promise<Response> {
  const page = await pages.versionOf(clientId).catch(() => undefined);
  return respond(request, scope, site, page);
}
