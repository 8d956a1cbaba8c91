// Whether the page that is open is still the one that the server would give.

import type { News } from './news';

export interface LoadedPage {
  readonly run: number;
  readonly build: number; // the newest one when the page was made
  readonly base: string; // the path of the site
  readonly file: string; // of the site; empty for a page that shows errors
}

export function isStale(page: LoadedPage, news: News): boolean {
  if (Number(news.run) > page.run || page.file === '') return true;
  const files = [page.file, ...filesOf(location.pathname, page), ...usedFiles(page)];
  return files.some((file) => (news.changed[file] ?? 0) > page.build);
}

/** What the address may mean, also when there was nothing at the time. */
function filesOf(pathname: string, page: LoadedPage): string[] {
  const path = pathInSite(pathname, page);
  if (path === undefined) return [];
  if (path === '' || path.endsWith('/')) return [`${path}index.html`];
  return [path, `${path}.html`, `${path}/index.html`];
}

/** Images, and what scripts have fetched. */
function usedFiles(page: LoadedPage): string[] {
  return performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin }) => origin === location.origin)
    .map(({ pathname }) => pathInSite(pathname, page))
    .filter((path): path is string => path !== undefined);
}

function pathInSite(pathname: string, { base }: LoadedPage): string | undefined {
  if (!pathname.startsWith(base)) return undefined;
  try {
    return decodeURIComponent(pathname.slice(base.length));
  } catch {
    return undefined; // no address of ours
  }
}
