// The choices as the fragment of an address, so that a reload or a link brings them back. Browsers
// never send the fragment, so what applies to a person stays on the device.

import { defaultChoices, known, LIST_NAMES, withinLimits } from './choices';
import type { Choices, Vocabulary } from './choices';

/** Reads `#stage=sore&minutes=10&surfaces=bed,floor`. What is missing or unknown is the default. */
export function readChoices(fragment: string, vocabulary: Vocabulary): Choices {
  const parameters = new URLSearchParams(fragment.replace(/^#/, ''));
  const defaults = defaultChoices(vocabulary);
  const stage = parameters.get('stage') ?? '';
  const choices = {
    ...defaults,
    stage: vocabulary.stages.includes(stage) ? stage : defaults.stage,
    minutes: readMinutes(parameters.get('minutes')) ?? defaults.minutes,
    exclude: readList(parameters.get('exclude')),
    include: readList(parameters.get('include')),
  };
  for (const name of LIST_NAMES) {
    const value = parameters.get(name);
    if (value !== null) choices[name] = known(readList(value), vocabulary[name]);
  }
  return choices;
}

/** Whether the fragment holds choices; `#main` is a place on the page. */
export function holdsChoices(fragment: string): boolean {
  return fragment.includes('=');
}

/** The fragment without its hash sign. An empty list is written too: it is not the default. */
export function writeChoices(choices: Choices): string {
  const parts = [`stage=${encodeURIComponent(choices.stage)}`, `minutes=${choices.minutes}`];
  for (const name of LIST_NAMES) parts.push(`${name}=${writeList(choices[name])}`);
  if (choices.exclude.length > 0) parts.push(`exclude=${writeList(choices.exclude)}`);
  if (choices.include.length > 0) parts.push(`include=${writeList(choices.include)}`);
  return parts.join('&');
}

function readMinutes(text: string | null): number | undefined {
  return text !== null && /^[0-9]{1,4}$/.test(text) ? withinLimits(Number(text)) : undefined;
}

function readList(text: string | null): string[] {
  return text === null || text === '' ? [] : text.split(',');
}

// Not through URLSearchParams, which would write every comma as %2C.
function writeList(ids: readonly string[]): string {
  return ids.map(encodeURIComponent).join(',');
}
