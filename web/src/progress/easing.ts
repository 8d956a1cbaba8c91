// Whether pain eases. Help is due after 2 and after 6 weeks without it; content/pages/get-help.md
// says so with its sources. How "no better" is measured is the editors' cautious judgement.

import { dayAfter, daysBetween } from '../state/dates';
import type { SessionRecord } from '../keep/records';
import { inOrder } from './series';

const LONGEST_PAUSE = 14; // days without a session: then it is another time of pain
const WEEK = 7;
const BETTER = 1; // a mean that is lower by this much
const HARDLY_ANY = 1; // a mean below this is good enough

export type NoBetter = 'two_weeks' | 'six_weeks';

/** Pain before sessions, in the first week of this time of pain and in the last. */
export function noBetterSince(
  sessions: readonly SessionRecord[],
  today: string,
): NoBetter | undefined {
  const known = currentTime(inOrder(sessions), today);
  const first = known[0]?.date;
  if (first === undefined) return undefined;
  const days = daysBetween(first, today);
  if (days < 2 * WEEK) return undefined;
  const start = meanBefore(known, first, dayAfter(first, WEEK - 1));
  const now = meanBefore(known, dayAfter(today, 1 - WEEK), today);
  // Without a word of this week there is nothing to compare.
  if (start === undefined || now === undefined) return undefined;
  if (now < HARDLY_ANY || now <= start - BETTER) return undefined;
  return days < 6 * WEEK ? 'two_weeks' : 'six_weeks';
}

/** The sessions since the last long pause. */
function currentTime(sessions: readonly SessionRecord[], today: string): SessionRecord[] {
  let time: SessionRecord[] = [];
  for (const session of sessions.filter(({ date }) => date <= today)) {
    const last = time[time.length - 1]?.date ?? session.date;
    if (daysBetween(last, session.date) > LONGEST_PAUSE) time = [];
    time.push(session);
  }
  return time;
}

function meanBefore(
  sessions: readonly SessionRecord[],
  from: string,
  to: string,
): number | undefined {
  const pains = sessions
    .filter(({ date }) => date >= from && date <= to)
    .flatMap(({ pain_before }) => pain_before ?? []);
  if (pains.length === 0) return undefined;
  return pains.reduce((sum, pain) => sum + pain, 0) / pains.length;
}
