// What is folded away opens when an address leads into it, and on paper.

/** Opens everything that an element is folded away in. */
export function unfold(element: Element | null): void {
  for (let around = element?.closest('details'); around;) {
    around.open = true;
    around = around.parentElement?.closest('details');
  }
}

function targetOf(hash: string): Element | null {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return null; // a stray percent sign
  }
}

/** New browsers do all this themselves, older ones would show nothing. */
export function unfoldWhenNeeded(): void {
  const target = targetOf(location.hash);
  if (target?.closest('details:not([open])')) {
    unfold(target);
    target.scrollIntoView({ behavior: 'instant' });
  }
  // Before the browser follows the link.
  document.addEventListener('click', ({ target: clicked }) => {
    const link =
      clicked instanceof Element ? clicked.closest<HTMLAnchorElement>('a[href*="#"]') : null;
    if (link && link.pathname === location.pathname) unfold(targetOf(link.hash));
  });

  if (CSS.supports('selector(::details-content)')) return; // the theme opens them on paper
  let opened: HTMLDetailsElement[] = [];
  window.addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>('details.entry:not([open])')];
    for (const details of opened) details.open = true;
  });
  window.addEventListener('afterprint', () => {
    for (const details of opened) details.open = false;
    opened = [];
  });
}
