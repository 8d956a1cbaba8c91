// The versions of this site on the device: the one that runs, and one that waits to be wanted.

/** What the page says to the waiting worker, and what the worker answers when it may not. */
export const TAKE_OVER = 'unclench: take over';
export const IN_SESSION = 'unclench: in session';

export interface Told {
  /** A new version waits; `take` makes it the one that runs. */
  ready(take: () => void): void;
  /** It may not begin: a session is open somewhere. */
  refused(): void;
  /** It runs because another page wanted it; this page is still of the version before. */
  changedElsewhere(): void;
}

export interface Page {
  readonly workers: ServiceWorkerContainer;
  reload(): void;
}

export function watchVersions(
  registration: ServiceWorkerRegistration,
  { workers, reload }: Page,
  told: Told,
): void {
  let isWanted = false;
  let controller = workers.controller;

  const offer = (worker: ServiceWorker): void => {
    // The first version of all has nothing to take over from.
    if (!workers.controller) return;
    told.ready(() => {
      isWanted = true;
      worker.postMessage(TAKE_OVER);
    });
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
