// That the warning signs were looked at today. Only the day is kept, never the answer to them.

const KEY = 'unclench:checked';

/** The local day of a moment, "2026-11-22". */
export function dayOf(moment: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

let here = ''; // the day, where nothing is kept: until the page is closed

export function wasCheckedToday(): boolean {
  const today = dayOf(new Date());
  try {
    return localStorage.getItem(KEY) === today;
  } catch {
    return here === today;
  }
}

export function noteChecked(): void {
  here = dayOf(new Date());
  try {
    localStorage.setItem(KEY, here);
  } catch {
    // It is asked again at the next visit.
  }
}

export function forgetChecked(): void {
  here = '';
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}
