// The words of the builder, in the page's language. The page holds them as data; they come from
// site/words/LANGUAGE.yaml, below builder.script.

/** Texts in which {0} and {1} stand for what is put in. */
const TEXTS = [
  'failed',
  'no_place',
  'no_routine',
  'refused',
  'minutes_and_seconds',
  'summary',
  'position.start',
  'position.change',
  'position.lying',
  'dose.keep_going',
  'dose.hold_once',
  'dose.hold',
  'dose.each_side',
  'movement.time',
  'movement.reasons',
  'movement.care',
  'action.leave_out',
  'action.put_in',
  'action.take_back',
  'action.start_again',
  'action.movement',
  'adjusted.left_out',
  'adjusted.put_in',
  'adjusted.both',
  'conflict.asked',
  'conflict.and',
  'conflict.advice_asked',
  'conflict.advice',
  'left_out.condition',
  'left_out.not-offered',
  'left_out.stage',
  'left_out.excluded',
  'left_out.surface',
  'left_out.equipment',
  'left_out.order',
  'left_out.conflict',
  'left_out.time',
  'left_out.position',
  'left_out.direction',
  'left_out.start',
  'left_out.rest',
  'left_out.part',
  'left_out.value',
  'left_out.other',
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
  'adjusted.movements',
  'left_out.title',
  'conflict.would_help',
] as const;

export type TextKey = (typeof TEXTS)[number];
export type CountKey = (typeof COUNTS)[number];

let words: Readonly<Record<string, string>> = {};
let plurals = new Intl.PluralRules('en');

/** An error names every text that is missing. */
export function useWords(given: Readonly<Record<string, string>>, language: string): void {
  const needed = [...TEXTS, ...COUNTS.map((key) => `${key}.other`)];
  const missing = needed.filter((key) => typeof given[key] !== 'string');
  if (missing.length > 0) throw new Error(`the page has no words ${missing.join(', ')}`);
  words = given;
  plurals = new Intl.PluralRules(language);
}

export function say(key: TextKey, ...parts: readonly (string | number)[]): string {
  return filled(words[key] ?? key, parts);
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
