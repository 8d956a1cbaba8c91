// What the charts show, as numbers.

import { dayAfter } from '../state/dates';
import type { SessionRecord } from '../keep/records';

export interface PainPoint {
  readonly id: string;
  readonly date: string;
  readonly before: number | undefined;
  readonly after: number | undefined;
  readonly morning: number | undefined;
}

/** The last sessions that say anything about pain, the oldest first. */
export function painSeries(sessions: readonly SessionRecord[], most: number): PainPoint[] {
  return inOrder(sessions)
    .map(({ id, date, pain_before, pain_after, pain_next_morning }) => ({
      id,
      date,
      before: pain_before,
      after: pain_after,
      morning: pain_next_morning,
    }))
    .filter(({ before, after, morning }) => (before ?? after ?? morning) !== undefined)
    .slice(-most);
}

/** Means of the points that have both pains; nothing when there is none. */
export function meanPains(
  points: readonly PainPoint[],
): { readonly before: number; readonly after: number } | undefined {
  const both = points.flatMap(({ before, after }) =>
    before === undefined || after === undefined ? [] : [{ before, after }],
  );
  if (both.length === 0) return undefined;
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    before: mean(both.map(({ before }) => before)),
    after: mean(both.map(({ after }) => after)),
  };
}

export interface DayPoint {
  readonly date: string;
  readonly minutes: number;
}

/** Every one of the last days, today being the last of them. */
export function minutesByDay(
  sessions: readonly SessionRecord[],
  today: string,
  days: number,
): DayPoint[] {
  const seconds = new Map<string, number>();
  for (const { date, played_seconds } of sessions) {
    seconds.set(date, (seconds.get(date) ?? 0) + played_seconds);
  }
  return Array.from({ length: days }, (_, index) => {
    const date = dayAfter(today, index + 1 - days);
    return { date, minutes: Math.round((seconds.get(date) ?? 0) / 60) };
  });
}

/** A session of a few seconds makes it a day too. */
export function daysPractised(
  sessions: readonly SessionRecord[],
  today: string,
  days: number,
): number {
  const first = dayAfter(today, 1 - days);
  return new Set(sessions.map(({ date }) => date).filter((date) => date >= first && date <= today))
    .size;
}

export interface Feeling {
  readonly movement: string;
  readonly helped: number;
  readonly hurt: number;
}

/** Movements of which it was said that they helped or hurt; those that helped most come first. */
export function feelings(sessions: readonly SessionRecord[]): Feeling[] {
  const counts = new Map<string, { helped: number; hurt: number }>();
  for (const { id, felt } of sessions.flatMap(({ movements }) => movements)) {
    if (felt !== 'helped' && felt !== 'hurt') continue;
    const count = counts.get(id) ?? { helped: 0, hurt: 0 };
    count[felt] += 1;
    counts.set(id, count);
  }
  return [...counts]
    .map(([movement, count]) => ({ movement, ...count }))
    .sort((a, b) => b.helped - b.hurt - (a.helped - a.hurt));
}

export function inOrder(sessions: readonly SessionRecord[]): SessionRecord[] {
  return [...sessions].sort((a, b) => (a.started < b.started ? -1 : 1));
}
