// Days of the calendar, "2026-11-22", and how to say them.

const DAY = 24 * 60 * 60 * 1000;

export function daysBetween(from: string, to: string): number {
  return Math.round((time(to) - time(from)) / DAY);
}

export function dayAfter(day: string, days: number): string {
  return new Date(time(day) + days * DAY).toISOString().slice(0, 10);
}

/** "Fri 20 November"; the year only when it is not that of today. */
export function dayInWords(day: string, today: string, language: string): string {
  return new Intl.DateTimeFormat(language, {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    ...(day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(time(day));
}

/** "20 Nov" */
export function shortDay(day: string, language: string): string {
  const form = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(language, form).format(time(day));
}

function time(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}
