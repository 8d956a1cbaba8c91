// What a person does and sees, in any engine: things are found by their kind and name, and waited for.

import { until } from './until.mjs';

/** Runs in the page: the first visible thing of a kind whose name fits, or null. */
function find(kind, name) {
  const selectors = {
    button: 'button',
    link: 'a[href]',
    summary: 'summary',
    heading: 'h1, h2, h3',
    field: 'input, textarea',
    checkbox: 'input[type=checkbox]',
    file: 'input[type=file]',
    picture: 'img, svg[role=img], [role=img]',
  };
  const namedBy = (ids) =>
    ids.split(' ').map((id) => document.getElementById(id)?.textContent ?? '');
  const nameOf = (element) => {
    const by = element.getAttribute('aria-labelledby');
    const labels = [...(element.labels ?? [])].map(({ textContent }) => textContent);
    const own = element.getAttribute('aria-label') ?? element.getAttribute('alt');
    const texts = by ? namedBy(by) : [own ?? (labels.join(' ') || element.textContent)];
    return texts.join(' ').replace(/\s+/g, ' ').trim();
  };
  const isVisible = (element) =>
    element.type === 'file' ||
    (element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible');
  const fits = new RegExp(name);
  const all = [...document.querySelectorAll(selectors[kind])];
  return all.find((element) => isVisible(element) && fits.test(nameOf(element))) ?? null;
}

const isThere = `(...wanted) => (${find})(...wanted) !== null`;

/** The problem, but for a file that is there: it was still under way when its page was left. */
async function unlessThere(problem) {
  const file = / error: (http:\S+)$/.exec(problem)?.[1];
  const answer = file && (await fetch(file).catch(() => undefined));
  return answer?.ok ? undefined : problem;
}

/** `address` is that of the site. Names are regular expressions. */
export function visitor(tab, address) {
  const seen = (kind, { source }) =>
    until(() => tab.run(isThere, kind, source), `the ${kind} ${source}`);
  return {
    seen,
    has: (kind, { source }) => tab.run(isThere, kind, source),
    open: (page) => tab.open(new URL(page, address).href),
    /** Loads the page anew, also when only the fragment differs. */
    async openAnew(page) {
      await tab.open('about:blank');
      await tab.open(new URL(page, address).href);
    },
    async click(kind, name) {
      await seen(kind, name);
      await tab.click(find, kind, name.source);
    },
    async type(text, name) {
      await seen('field', name);
      await tab.type(text, find, 'field', name.source);
    },
    async choose(file, name) {
      await seen('file', name);
      await tab.choose(file, find, 'file', name.source);
    },
    read: (script, ...args) => tab.run(script, ...args),
    /** Until the script, which runs in the page, gives something. */
    until: (script, ...args) => until(() => tab.run(script, ...args), String(script)),
    says: ({ source }) =>
      until(
        () => tab.run((text) => new RegExp(text).test(document.body.innerText), source),
        `the words ${source}`,
      ),
    /** Until what is seen differs from one moment to the next, or does so no more. */
    async looks(isMoving) {
      let last = await tab.screenshot();
      await until(
        async () => {
          const before = last;
          last = await tab.screenshot();
          return before.equals(last) !== isMoving;
        },
        isMoving ? 'a picture that moves' : 'a picture that rests',
      );
    },
    async problems() {
      const problems = await Promise.all((await tab.problems()).map(unlessThere));
      return problems.filter((problem) => problem !== undefined);
    },
  };
}
