// A whole plan as the fragment of an address: what was asked, and, when a person settled or changed
// it, the routine itself as a code, with a name and a note for whoever opens it.

import { readChoices, writeChoices } from './address';
import type { Choices, Vocabulary } from './choices';
import { wellFormed } from './texts';

export interface PlanLink {
  readonly choices: Choices;
  readonly code: string; // empty: the routine that the core plans for the choices
  readonly name: string; // one line, may be empty
  readonly note: string; // of its author, may be empty
}

export interface ReadLink extends PlanLink {
  readonly isCut: boolean; // its end is missing, and with it perhaps what applies to a person
}

const BEGIN = 'whole';
const END = 'end';

// Characters. A kept routine, its file and its link hold equally much.
export const LONGEST_NAME = 200;
export const LONGEST_NOTE = 5000;

/** Whether a link with a routine says that it goes on, and then does not. */
export function isCutOff(fragment: string): boolean {
  const parameters = new URLSearchParams(fragment.replace(/^#/, ''));
  return parameters.has(BEGIN) && !parameters.has(END);
}

export function readLink(fragment: string, vocabulary: Vocabulary): ReadLink {
  const parameters = new URLSearchParams(fragment.replace(/^#/, ''));
  return {
    isCut: isCutOff(fragment),
    choices: readChoices(fragment, vocabulary),
    code: (parameters.get('routine') ?? '').trim(),
    name: cut(withoutControls(parameters.get('name') ?? '', ' ').trim(), LONGEST_NAME),
    note: cut(withoutControls(parameters.get('note') ?? '', '\n').trim(), LONGEST_NOTE),
  };
}

/** The fragment without its hash sign. With a routine it has marks at both ends, so that a cut one is noticed. */
export function writeLink({ choices, code, name, note }: PlanLink): string {
  const parts = [writeChoices(choices)];
  if (code !== '') parts.push(`routine=${code}`);
  if (name !== '') parts.push(`name=${encodeURIComponent(wellFormed(name))}`);
  if (note !== '') parts.push(`note=${encodeURIComponent(wellFormed(note))}`);
  return (code === '' ? parts : [`${BEGIN}=1`, ...parts, `${END}=1`]).join('&');
}

/** The same, with the mark that something is missing at its end. */
export function asCut(fragment: string): string {
  return `${BEGIN}=1&${fragment}`;
}

/** The address of a page of this site with a fragment; pages of a single file are `#/builder/`. */
export function addressWith(page: string, fragment: string): string {
  return page.startsWith('#') ? `${page}?${fragment}` : `${page}#${fragment}`;
}

function cut(text: string, most: number): string {
  return wellFormed(text.slice(0, most));
}

function withoutControls(text: string, newline: string): string {
  return text.replace(/\r\n?|\n/g, newline).replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, '');
}
