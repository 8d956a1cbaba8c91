// The edition in one file: shows the page that the address names, as a site with many files would.

import { languageOf, speak } from './single-file/language';
import { findPlace, type Place } from './single-file/places';
import { scrollMemory } from './single-file/scroll-memory';
import { required } from './ui/dom';
import { unfold, unfoldWhenNeeded } from './ui/unfold';

const main = required('main', HTMLElement);
const all = [...main.querySelectorAll<HTMLElement>(':scope > .page')];
const home = required('.page', HTMLElement, main);
const missing = all.find(({ id }) => id === '/404.html') ?? home;
const memory = scrollMemory();
let pages: readonly HTMLElement[] = all; // of the language that is spoken
let current: HTMLElement | null = null;

// A document of all pages at once is slow to read out, to search and to lay out. Only the page that
// is shown stands in it, and those that scripts work on all the time.
function show(page: HTMLElement): void {
  for (const other of pages) {
    other.hidden = other !== page;
    if (other !== page && !other.querySelector('form, [data-core]')) other.remove();
  }
  if (!page.isConnected) main.append(page);
  current = page;
  document.title = page.dataset.title ?? document.title;
  const places = 'header :is(nav a, .help-link)[href^="#/"]';
  for (const link of document.querySelectorAll<HTMLAnchorElement>(places)) {
    if (page.id.startsWith(link.hash.slice(1))) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

function scrollTo({ section }: Place, top: number | null): void {
  unfold(section);
  if (top === null && section) section.scrollIntoView({ behavior: 'instant' });
  else window.scrollTo({ top: top ?? 0, behavior: 'instant' });
}

function focus(element: HTMLElement): void {
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

function goTo(place: Place): void {
  if (languageOf(place.page) !== languageOf(current ?? home)) {
    location.reload(); // its scripts begin anew
    return;
  }
  const isNew = place.page !== current;
  show(place.page);
  scrollTo(place, memory.arrive());
  // The browser itself begins at a section of the page that was there before.
  if (!isNew && place.section) return;
  const start = place.section ?? place.page.querySelector('h1');
  focus(start instanceof HTMLElement ? start : place.page);
}

function currentPlace(): Place {
  return findPlace(location.hash, all, home) ?? { page: missing, section: null };
}

function start(): void {
  document.documentElement.classList.add('routed');
  unfoldWhenNeeded();
  const place = currentPlace();
  pages = speak(languageOf(place.page), main, all);
  show(place.page);
  const top = memory.arrive();
  scrollTo(place, top);
  // Some browsers jump to what the address names at the very end, on a reload too.
  if (top !== null) window.addEventListener('pageshow', () => scrollTo(place, top), { once: true });
  window.addEventListener('hashchange', () => goTo(currentPlace()));
  // The skip link names no page, and must not lead away from the one that is shown.
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link?.getAttribute('href') !== `#${main.id}`) return;
    event.preventDefault();
    focus(main);
    main.scrollIntoView({ behavior: 'instant' });
  });
}

start();
