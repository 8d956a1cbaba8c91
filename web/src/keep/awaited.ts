// The sessions after which the next morning is still to be asked about.

import { daysBetween } from '../state/dates';
import type { SessionRecord } from './records';

const LONGEST_AGO = 2; // days: after that nobody remembers

/** Those of the last day before today that has any, if it was yesterday or the day before. */
export function awaitingMorning(
  sessions: readonly SessionRecord[],
  today: string,
): readonly SessionRecord[] {
  const earlier = sessions.filter(({ date }) => date < today);
  const last = earlier.reduce((latest, { date }) => (date > latest ? date : latest), '');
  if (last === '' || daysBetween(last, today) > LONGEST_AGO) return [];
  return earlier.filter(
    ({ date, pain_next_morning }) => date === last && pain_next_morning === undefined,
  );
}
