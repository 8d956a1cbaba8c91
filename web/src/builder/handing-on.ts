// Ways out of the page: the clipboard, the share sheet, the printer.

/** False when the browser does not allow it; the link then stands there to be copied by hand. */
export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedByCommand(text);
  }
}

// Pages that are not served over HTTPS have no clipboard, but mostly this.
function copiedByCommand(text: string): boolean {
  const field = document.createElement('textarea');
  const focused = document.activeElement;
  field.value = text;
  document.body.append(field);
  field.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }
}

/** A person who closes the share sheet has decided so: only where there is none to be had it is false. */
export async function shared(title: string, url: string): Promise<boolean> {
  try {
    await navigator.share({ title, url });
    return true;
  } catch (error) {
    return error instanceof Error && error.name === 'AbortError';
  }
}

const LONGEST_WAIT = 2000; // milliseconds

/** Pictures further down have not been fetched yet. */
export async function printed(area: HTMLElement): Promise<void> {
  const pictures = [...area.querySelectorAll('img')];
  for (const picture of pictures) picture.loading = 'eager';
  const ready = Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)));
  await Promise.race([ready, new Promise((go) => setTimeout(go, LONGEST_WAIT))]);
  window.print();
}
