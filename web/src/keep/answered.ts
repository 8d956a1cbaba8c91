// Which routine was last shown in this tab beside what applies to its person. The address of a session
// does not say by itself whose conditions it holds: it may have been copied and sent.

const KEY = 'unclench:answered';

export function rememberAnswered(fragment: string): void {
  try {
    sessionStorage.setItem(KEY, fragment);
  } catch {
    // Then the session asks once more.
  }
}

export function wasAnswered(fragment: string): boolean {
  try {
    return sessionStorage.getItem(KEY) === fragment;
  } catch {
    return false; // a private window that keeps nothing
  }
}
