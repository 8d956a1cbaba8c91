// The key that opens the search. A single key can be in the way of those who speak to their device,
// so it can be switched off.

const STORED = 'unclench.search-key';

export function isKeyOn(): boolean {
  try {
    return localStorage.getItem(STORED) !== 'off';
  } catch {
    return true; // a browser that stores nothing
  }
}

export function switchKey(on: boolean): void {
  try {
    if (on) localStorage.removeItem(STORED);
    else localStorage.setItem(STORED, 'off');
  } catch {
    // It is on again with the next page.
  }
}

/** "/", or K with Ctrl or Cmd. */
export function opensSearch(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey, target } = event;
  if (event.defaultPrevented || event.isComposing) return false;
  if ((ctrlKey || metaKey) && !altKey) return key.toLowerCase() === 'k';
  if (key !== '/' || altKey || !isKeyOn()) return false;
  return !(
    target instanceof Element && target.closest('input, textarea, select, [contenteditable]')
  );
}
