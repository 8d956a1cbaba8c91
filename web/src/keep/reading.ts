// The small readers of which read.ts is made. Each gives what it was asked for or throws.

import { wellFormed } from '../state/texts';

export type Fields = Readonly<Record<string, unknown>>;

class Unreadable extends Error {}

/** Nothing instead of what cannot be read. */
export function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

export function fields(value: unknown): Fields {
  ensure(typeof value === 'object' && value !== null && !Array.isArray(value));
  return value as Fields;
}

export function text(value: unknown, longest: number, shortest = 0): string {
  ensure(typeof value === 'string' && value.length >= shortest && value.length <= longest);
  return value as string;
}

/** For what names something: in an address, too, which holds no halves of characters. */
export function name(value: unknown, longest: number): string {
  const given = text(value, longest, 1);
  ensure(wellFormed(given) === given);
  return given;
}

export function amount(value: unknown, least: number, most: number): number {
  // Not a number fails both comparisons.
  ensure(typeof value === 'number' && value >= least && value <= most);
  return value as number;
}

export function whole(value: unknown, least: number, most: number): number {
  ensure(Number.isInteger(value));
  return amount(value, least, most);
}

export function flag(value: unknown): boolean {
  ensure(typeof value === 'boolean');
  return value as boolean;
}

export function choice<const T extends readonly string[]>(value: unknown, choices: T): T[number] {
  const found: T[number] | undefined = choices.find((known) => known === value);
  ensure(found !== undefined);
  return found as T[number];
}

export function list<T>(
  value: unknown,
  least: number,
  most: number,
  read: (entry: unknown) => T,
): T[] {
  ensure(Array.isArray(value) && value.length >= least && value.length <= most);
  return (value as unknown[]).map(read);
}

export function textsOf(value: unknown): string[] {
  return list(value, 0, 1000, (entry) => name(entry, 100));
}

/** Dose steps by movement. */
export function steps(value: unknown): Record<string, number> {
  const entries = Object.entries(fields(value));
  ensure(entries.length <= 1000);
  return Object.fromEntries(entries.map(([id, step]) => [name(id, 100), whole(step, 0, 3)]));
}

/** A day of the calendar, "2026-11-22". */
export function day(value: unknown): string {
  const date = text(value, 10);
  const time = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : NaN;
  // 30 February is read as a day in March.
  ensure(!Number.isNaN(time) && new Date(time).toISOString().startsWith(date));
  return date;
}

/** As toISOString writes it. */
export function moment(value: unknown): string {
  const written = text(value, 40);
  ensure(/^\d{4}-\d\d-\d\dT/.test(written) && !Number.isNaN(Date.parse(written)));
  return written;
}

/** A field that may be missing. */
export function maybe<K extends string, T>(
  name: K,
  value: unknown,
  read: (value: unknown) => T,
): { readonly [P in K]?: T } {
  return value === undefined ? {} : ({ [name]: read(value) } as { readonly [P in K]?: T });
}

/** A field that may be missing; a word that this version does not know is left out, and spoils no more. */
export function maybeOneOf<K extends string, const T extends readonly string[]>(
  name: K,
  value: unknown,
  choices: T,
): { readonly [P in K]?: T[number] } {
  const isUnknown = typeof value === 'string' && !choices.includes(value);
  return isUnknown ? {} : maybe(name, value, (word) => choice(word, choices));
}

function ensure(holds: boolean): void {
  if (!holds) throw new Unreadable();
}
