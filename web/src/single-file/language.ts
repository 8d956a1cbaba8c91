// One language at a time: scripts work on the pages of the language that the file was opened in.

/** That of a page; pages in the language of the file say none. */
export function languageOf(page: HTMLElement | undefined): string {
  return page?.lang || fileLanguage;
}

/** Leaves the pages of one language in the document, in words and frame of that language. Gives these pages. */
export function speak(
  language: string,
  main: HTMLElement,
  pages: readonly HTMLElement[],
): readonly HTMLElement[] {
  const spoken = pages.filter((page) => languageOf(page) === language);
  for (const page of pages) if (!spoken.includes(page)) page.remove();
  for (const page of spoken) if (page.dataset.scripted !== undefined) shortenIds(page);
  const frame = frameIn(language);
  if (frame) putAround(main, frame);
  return spoken;
}

const fileLanguage = document.documentElement.lang;

function frameIn(language: string): HTMLTemplateElement | undefined {
  return [...document.querySelectorAll<HTMLTemplateElement>('template.frame')].find(
    ({ lang }) => lang === language,
  );
}

function putAround(main: HTMLElement, { content, lang, dir }: HTMLTemplateElement): void {
  document.documentElement.lang = lang;
  if (dir !== '') document.documentElement.dir = dir;
  for (const element of [...document.body.children]) {
    if (element !== main && !element.matches('script, template')) element.remove();
  }
  const nodes = [...content.childNodes];
  const place = nodes.findIndex((node) => node.nodeName === 'MAIN');
  main.before(...nodes.slice(0, place));
  main.after(...nodes.slice(place + 1));
}

/** As its script looks for them: ids of a page begin with its address where another language has the short ones. */
function shortenIds(page: HTMLElement): void {
  const short = (word: string): string =>
    word.startsWith(page.id) ? word.slice(page.id.length) : word;
  for (const { attributes } of page.querySelectorAll('*')) {
    for (const attribute of attributes) {
      if (attribute.value.includes(page.id)) {
        attribute.value = attribute.value.split(' ').map(short).join(' ');
      }
    }
  }
}
