// Which stored file an address means. Query and fragment never matter: pages read them themselves.

/** The address under which a file is stored; `x/index.html` is stored as `x/`. */
export function storedAddress(address: string): string {
  const url = new URL(address);
  url.search = '';
  url.hash = '';
  url.pathname = url.pathname.replace(/\/index\.html$/, '/');
  return url.href;
}

/** `x` may be the folder `x/`; null when the address cannot be one. */
export function folderAddress(address: string): string | null {
  const { pathname } = new URL(address);
  const last = pathname.slice(pathname.lastIndexOf('/') + 1);
  if (last === '' || last.includes('.')) return null;
  const folder = new URL(address);
  folder.pathname = `${pathname}/`;
  return folder.href;
}

export function isInScope(address: string, scope: string): boolean {
  const url = new URL(address);
  const root = new URL(scope);
  return url.origin === root.origin && url.pathname.startsWith(root.pathname);
}
