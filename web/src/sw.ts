// The service worker: keeps the whole site on the device, so that it works without a network.

import { isInScope } from './sw/addresses';
import { forgetOlder, precache } from './sw/caches';
import { respond } from './sw/respond';
import { takeOver } from './sw/take-over';
import type { Site } from './sw/site';
import { TAKE_OVER } from './update/versions';

// The generator writes `unclenchSite` into the file's first line.
declare const self: ServiceWorkerGlobalScope & { readonly unclenchSite: Site };

const site = self.unclenchSite;
const { scope } = self.registration;

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
  event.waitUntil(forgetOlder(scope, site.version).then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !isInScope(request.url, scope)) return;
  // The development server's stream of events never ends; it is not the worker's business.
  if (request.headers.get('accept') === 'text/event-stream') return;
  event.respondWith(respond(request, scope, site));
});
