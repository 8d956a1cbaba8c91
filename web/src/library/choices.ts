// What the library is filtered by: plain data.

export interface Filter {
  readonly id: string; // position, surface, phase, target, equipment, condition or effort
  readonly options: readonly string[];
}

export interface Choices {
  /** The chosen options by their filter; a filter without a choice is not in it. */
  readonly chosen: Readonly<Record<string, readonly string[]>>;
  readonly words: string; // as they were typed
}

/** The option for those who have no equipment at all. */
export const NOTHING = 'none';

/** Of this filter there is one choice at most. */
export const SINGLE = 'effort';

export const NO_CHOICES: Choices = { chosen: {}, words: '' };

export function isFiltered({ chosen, words }: Choices): boolean {
  return Object.keys(chosen).length > 0 || words.trim() !== '';
}

export function optionsOf({ chosen }: Choices, filter: string): readonly string[] {
  return chosen[filter] ?? [];
}

/** With these options of one filter, and all else as it was. */
export function withOptions(
  { chosen, words }: Choices,
  filter: string,
  options: readonly string[],
): Choices {
  const { [filter]: _, ...others } = chosen;
  return { chosen: options.length > 0 ? { ...others, [filter]: options } : others, words };
}

export function withOption(choices: Choices, filter: string, option: string): Choices {
  const others = filter === SINGLE ? [] : optionsOf(choices, filter);
  // Who has nothing has nothing else.
  const fitting = others.filter((other) => option !== NOTHING && other !== NOTHING);
  return withOptions(choices, filter, [...fitting.filter((other) => other !== option), option]);
}

export function withoutOption(choices: Choices, filter: string, option: string): Choices {
  const others = optionsOf(choices, filter).filter((other) => other !== option);
  return withOptions(choices, filter, others);
}

export function withWords({ chosen }: Choices, words: string): Choices {
  return { chosen, words };
}
