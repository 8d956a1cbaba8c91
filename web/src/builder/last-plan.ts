// What was worked on last in this tab, so that the page of a movement can add to it.

const KEY = 'unclench:builder';

export function lastFragment(): string {
  try {
    const fragment = sessionStorage.getItem(KEY) ?? '';
    return fragment.includes('add=') ? '' : fragment;
  } catch {
    return ''; // a private window that keeps nothing
  }
}

export function forgetFragment(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}

export function rememberFragment(fragment: string): void {
  try {
    sessionStorage.setItem(KEY, fragment);
  } catch {
    // Then a movement begins a new routine.
  }
}
