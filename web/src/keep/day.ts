// That the warning signs were looked at today. Only the day is kept, never the answer to them.

const KEY = 'unclench:checked';

function today(): string {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export function wasCheckedToday(): boolean {
  try {
    return localStorage.getItem(KEY) === today();
  } catch {
    return false; // a private window that keeps nothing
  }
}

export function noteChecked(): void {
  try {
    localStorage.setItem(KEY, today());
  } catch {
    // It is asked again at the next visit.
  }
}
