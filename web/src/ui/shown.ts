// Where one file holds all pages, a page's script begins when its page is shown.

/** Calls back now, or as soon as the page of the element is shown, and each time it is shown again. */
export function onShown(element: HTMLElement, callback: () => void): void {
  const page = element.closest<HTMLElement>('.page');
  if (!page?.hidden) callback();
  if (!page) return;
  let wasHidden = page.hidden;
  new MutationObserver(() => {
    if (wasHidden && !page.hidden) callback();
    wasHidden = page.hidden;
  }).observe(page, { attributeFilter: ['hidden'] });
}
