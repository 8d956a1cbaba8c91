// When to be reminded, as a question about a calendar.

import type { CalendarQuestion } from '../core/questions';
import { dayOf } from '../keep/day';
import { withinBytes } from './texts';

export const WEEKDAYS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const;
export const WEEKS = [2, 4, 6, 12] as const;
export const MOST_TIMES = 3;

export interface Reminder {
  readonly days: readonly string[];
  readonly times: readonly string[]; // "07:30"
  readonly weeks: number; // 0: without an end
}

export const FIRST_REMINDER: Reminder = { days: WEEKDAYS, times: ['10:00'], weeks: 4 };

/** What the session is called and where it is. */
export interface Reminded {
  readonly title: string;
  readonly description?: string;
  readonly url?: string;
  readonly minutes: number;
}

/**
 * Nothing while a day or a time is missing. It begins on the first of the days on which none of the times is over:
 * a reminder in the past would count as one of the `weeks`.
 */
export function calendarQuestion(
  { days, times, weeks }: Reminder,
  { title, description, url, minutes }: Reminded,
  now: Date,
): CalendarQuestion | undefined {
  const known = [...new Set(times.filter((time) => /^\d\d:\d\d$/.test(time)))].sort();
  if (days.length === 0 || known.length === 0) return undefined;
  return {
    title: withinBytes(withoutControls(title), 200),
    ...(description ? { description: withinBytes(description, 2000) } : {}),
    ...(url && isForCalendars(url) ? { url } : {}),
    minutes: Math.min(600, Math.max(1, Math.ceil(minutes))),
    start: firstDay(known, now),
    stamp: now.toISOString().replace(/[-:]|\.\d+/g, ''),
    times: known.slice(0, MOST_TIMES),
    days,
    ...(weeks > 0 ? { weeks } : {}),
  };
}

/** Today, or tomorrow when one of the times is over today. The times are sorted. */
function firstDay([earliest = '']: readonly string[], now: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  const isOver = earliest <= `${two(now.getHours())}:${two(now.getMinutes())}`;
  const days = isOver ? 1 : 0;
  return dayOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 12));
}

/** A page that was opened from a disk has no address that a calendar could open. */
function isForCalendars(url: string): boolean {
  return /^https?:\/\/[\x21-\x7e]+$/.test(url) && url.length <= 4000;
}

function withoutControls(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f]+/g, ' ');
}

/** The names of the days from Monday on, in a language. */
export function weekdayNames(language: string): string[] {
  const names = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  const monday = Date.UTC(2024, 0, 1);
  return WEEKDAYS.map((_, index) => names.format(monday + index * 24 * 60 * 60 * 1000));
}
