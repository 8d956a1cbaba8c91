// Puts new stylesheets into the page as it is.

const HASH = /[-.][0-9a-f]{8,}(?=\.css$)/;

function withoutHash(pathname: string): string {
  return pathname.replace(HASH, '');
}

/** `addresses` are those of all stylesheets there are; the page takes the ones it uses. */
export function exchangeStyles(addresses: readonly string[]): void {
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel~="stylesheet"]')];
  for (const address of addresses) {
    const { pathname } = new URL(address, location.href);
    const used = links.filter((link) => isVersionOf(link, pathname));
    const newest = used[used.length - 1];
    if (newest && new URL(newest.href).pathname !== pathname) exchange(used, newest, address);
  }
}

function isVersionOf(link: HTMLLinkElement, pathname: string): boolean {
  const url = new URL(link.href);
  return url.origin === location.origin && withoutHash(url.pathname) === withoutHash(pathname);
}

/** The old ones stay until the new one is there, so that the page is never without. */
function exchange(used: HTMLLinkElement[], newest: HTMLLinkElement, address: string): void {
  const fresh = newest.cloneNode() as HTMLLinkElement;
  fresh.href = address;
  fresh.addEventListener('load', () => {
    for (const link of used) link.remove();
  });
  fresh.addEventListener('error', () => fresh.remove());
  newest.after(fresh);
}
