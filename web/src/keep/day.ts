// That the warning signs were looked at today. Only the day is kept, never the answer to them.

const KEY = 'unclench:checked';

/** The local day of a moment, "2026-11-22". */
export function dayOf(moment: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

export function wasCheckedToday(): boolean {
  try {
    return localStorage.getItem(KEY) === dayOf(new Date());
  } catch {
    return false; // a private window that keeps nothing
  }
}

export function noteChecked(): void {
  try {
    localStorage.setItem(KEY, dayOf(new Date()));
  } catch {
    // It is asked again at the next visit.
  }
}

export function forgetChecked(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}
