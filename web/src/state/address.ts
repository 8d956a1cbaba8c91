// The choices as the fragment of an address, so that a reload or a link brings them back. Browsers
// never send the fragment, so what applies to a person stays on the device.

import { defaultChoices, known, knownFirst, LIST_NAMES, withinLimits } from './choices';
import type { Choices, Vocabulary } from './choices';

const EASES = ['flexion', 'extension', 'neither'] as const;

/**
 * Reads `#stage=sore&minutes=10&surfaces=bed,floor`. What is missing or unknown is the default, but for
 * conditions: one that this edition does not know stays, so that nothing is planned as if it did not apply.
 */
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
    if (!parameters.has(name)) continue;
    const values = parameters.getAll(name).flatMap(readList);
    const keep = name === 'conditions' ? knownFirst : known;
    choices[name] = keep(values, vocabulary[name]);
  }
  return { ...choices, ...readFurther(parameters) };
}

/** What most requests do not have. Ids are checked against the catalogue later, by the core. */
function readFurther(parameters: URLSearchParams): Partial<Choices> {
  const further: { -readonly [K in keyof Choices]?: Choices[K] } = {};
  const focus = readList(parameters.get('focus'));
  if (focus.length > 0) further.focus = focus;
  const eases = EASES.find((word) => word === parameters.get('eases'));
  if (eases) further.eases = eases;
  const posture = parameters.get('posture');
  if (posture) further.posture = posture;
  const changes = readCount(parameters.get('position_changes'), 50);
  if (changes !== undefined) further.position_changes = changes;
  const variety = readCount(parameters.get('variety'), 1_000_000);
  if (variety) further.variety = variety;
  const doses = readList(parameters.get('doses')).map((pair) => pair.split('='));
  const known = doses.filter(([id, step]) => id && /^[0-3]$/.test(step ?? ''));
  if (known.length > 0)
    further.doses = Object.fromEntries(known.map(([id, step]) => [id, Number(step)]));
  return further;
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
  const doses = Object.entries(choices.doses ?? {}).map(([id, step]) => `${id}=${step}`);
  if (doses.length > 0) parts.push(`doses=${writeList(doses)}`);
  if (choices.focus?.length) parts.push(`focus=${writeList(choices.focus)}`);
  if (choices.eases) parts.push(`eases=${choices.eases}`);
  if (choices.position_changes !== undefined)
    parts.push(`position_changes=${choices.position_changes}`);
  if (choices.posture) parts.push(`posture=${encodeURIComponent(choices.posture)}`);
  if (choices.variety) parts.push(`variety=${choices.variety}`);
  return parts.join('&');
}

function readCount(text: string | null, most: number): number | undefined {
  if (text === null || !/^[0-9]{1,7}$/.test(text)) return undefined;
  return Math.min(Number(text), most);
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
