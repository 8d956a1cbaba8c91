// The words of a page's script, in the page's language. The page holds them as data; they come from
// site/words/LANGUAGE.yaml: those for all scripts below app, the others below PAGE.script.

import type { BuilderCount, BuilderText } from '../builder/words';
import type { PlansCount, PlansText } from '../plans/words';
import type { ProgressCount, ProgressText } from '../progress/words';
import type { SessionCount, SessionText } from '../session/words';

/** Texts in which {0} and {1} stand for what is put in. */
const TEXTS = [
  'minutes_and_seconds',
  'summary',
  'care_for',
  'unknown_condition',
  'position.start',
  'position.change',
  'position.lying',
  'dose.keep_going',
  'dose.hold_once',
  'dose.hold',
  'dose.each_side',
  'red_flags.title',
  'red_flags.numb',
  'red_flags.bladder',
  'red_flags.legs',
  'red_flags.chest',
  'red_flags.fall',
  'red_flags.ill',
  'red_flags.none',
  'red_flags.yes',
  'red_flags.kept',
  'morning.today',
  'morning.yesterday',
  'morning.why',
  'morning.none',
  'morning.worst',
  'morning.noted',
  'morning.change',
  'reminder.days',
  'reminder.times',
  'reminder.more',
  'reminder.fewer',
  'reminder.weeks',
  'reminder.no_end',
  'reminder.save',
  'reminder.saved',
  'reminder.missing',
  'reminder.failed',
  'keep.private',
  'keep.newer',
  'keep.held',
  'keep.broken',
  'keep.full',
  'keep.unavailable',
  'keep.changed-elsewhere',
] as const;

/** Texts with a form for each kind of number; {0} is the number. */
const COUNTS = [
  'seconds',
  'minutes',
  'movements',
  'changes',
  'dose.times',
  'dose.move',
  'dose.sets',
  'reminder.time',
  'reminder.for_weeks',
] as const;

export type TextKey = (typeof TEXTS)[number] | BuilderText | SessionText | PlansText | ProgressText;
export type CountKey =
  (typeof COUNTS)[number] | BuilderCount | SessionCount | PlansCount | ProgressCount;

/** What the script of one page says besides. */
export interface PageWords {
  readonly texts: readonly TextKey[];
  readonly counts: readonly CountKey[];
}

let words: Readonly<Record<string, string>> = {};
let plurals = new Intl.PluralRules('en');

/** An error names every text that is missing. */
export function useWords(
  given: Readonly<Record<string, string>>,
  language: string,
  page: PageWords,
): void {
  const counts = [...COUNTS, ...page.counts].map((key) => `${key}.other`);
  const needed = [...TEXTS, ...page.texts, ...counts];
  const missing = needed.filter((key) => typeof given[key] !== 'string');
  if (missing.length > 0) throw new Error(`the page has no words ${missing.join(', ')}`);
  words = given;
  plurals = new Intl.PluralRules(language);
}

export function say(key: TextKey, ...parts: readonly (string | number)[]): string {
  return filled(words[key] ?? key, parts);
}

/** A text that an edition may lack, such as the one for a posture of its own. */
export function sayIfKnown(
  key: string,
  ...parts: readonly (string | number)[]
): string | undefined {
  const text = words[key];
  return text === undefined ? undefined : filled(text, parts);
}

/** The form for the number; one for exactly this number comes first. */
export function count(key: CountKey, number: number, ...parts: readonly string[]): string {
  const form =
    words[`${key}.${number}`] ?? words[`${key}.${plurals.select(number)}`] ?? words[`${key}.other`];
  return filled(form ?? key, [number, ...parts]);
}

function filled(text: string, parts: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (mark, index: string) => String(parts[Number(index)] ?? mark));
}
