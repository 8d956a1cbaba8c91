// The versions of this site on the device: the one that runs, and one that waits to be wanted.

import type { TabText } from '../keep/tab';
import { IN_SESSION, TAKE_OVER } from './messages';

export interface Told {
  /** A new version waits; `take` makes it the one that runs. */
  ready(take: () => void): void;
  /** It may not begin: a session is open somewhere. */
  refused(): void;
  /** It runs because another page wanted it; this page is still of the version before. */
  changedElsewhere(): void;
}

/**
 * How long the version that runs may take to step aside, in milliseconds. Browsers let it finish what it does
 * for open pages first, and now and then take it for busy when it is not: for minutes, unless the page goes.
 */
const PATIENCE = 3000;
const MOST_TRIES = 5; // of loading the page again

export interface Page {
  readonly workers: ServiceWorkerContainer;
  readonly wanted: TabText; // how often a page was loaded again before the version that it wants runs
  reload(): void;
}

export function watchVersions(
  registration: ServiceWorkerRegistration,
  { workers, wanted, reload }: Page,
  told: Told,
): void {
  const tries = Number(wanted.read() ?? 0);
  let isWanted = tries > 0;
  wanted.forget();
  // It began while this page was on its way, which may have come from the version before.
  if (isWanted && !registration.waiting) return reload();
  let controller = workers.controller;

  const take = (worker: ServiceWorker): void => {
    isWanted = true;
    worker.postMessage(TAKE_OVER);
    setTimeout(() => {
      if (!isWanted || tries === MOST_TRIES) return;
      wanted.write(String(tries + 1));
      reload();
    }, PATIENCE);
  };
  const offer = (worker: ServiceWorker): void => {
    // The first version of all has nothing to take over from.
    if (!workers.controller) return;
    told.ready(() => take(worker));
    if (isWanted) take(worker); // it still waits
  };
  const follow = (worker: ServiceWorker): void =>
    worker.addEventListener('statechange', () => {
      if (worker.state === 'installed') offer(worker);
    });

  if (registration.waiting) offer(registration.waiting);
  if (registration.installing) follow(registration.installing);
  registration.addEventListener('updatefound', () => {
    if (registration.installing) follow(registration.installing);
  });
  workers.addEventListener('message', ({ data }) => {
    if (data !== IN_SESSION) return;
    isWanted = false;
    told.refused();
  });
  workers.addEventListener('controllerchange', () => {
    const isFirst = controller === null;
    controller = workers.controller;
    if (isFirst) return;
    if (isWanted) reload();
    else told.changedElsewhere();
  });
}
