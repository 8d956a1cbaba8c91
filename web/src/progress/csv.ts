// Sessions as a table that a spreadsheet can read (RFC 4180). Its columns are in English for every
// language, so that a file can be read by programs.

import type { SessionRecord } from '../keep/records';
import { inOrder } from './series';

const COLUMNS = [
  'date',
  'started',
  'name',
  'stage',
  'ending',
  'played_seconds',
  'planned_seconds',
  'pain_before',
  'pain_after',
  'pain_next_morning',
  'leg_symptoms',
  'sign',
  'helped',
  'hurt',
  'hurt_how',
  'note',
] as const;

export function sessionsAsCsv(sessions: readonly SessionRecord[]): string {
  const rows = inOrder(sessions).map((session) => {
    const felt = (how: string): string =>
      session.movements.flatMap(({ id, felt }) => (felt === how ? id : [])).join(' ');
    const how = session.movements.flatMap(({ id, hurts }) => (hurts ? `${id}:${hurts}` : []));
    const values = {
      ...session,
      helped: felt('helped'),
      hurt: felt('hurt'),
      hurt_how: how.join(' '),
    };
    return COLUMNS.map((column) => cell(values[column]));
  });
  return [COLUMNS, ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}

function cell(value: string | number | boolean | undefined): string {
  if (typeof value !== 'string') return value === undefined ? '' : String(value);
  // A spreadsheet would run what looks like a formula.
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
