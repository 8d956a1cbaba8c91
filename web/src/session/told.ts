// What is said of a part of a routine: its movements joined with the catalogue's words.

import { doseInWords } from '../state/phrases';
import type { Lookup } from '../state/movements';
import { doseAt, type Part } from './live';
import type { Told } from './script';

const BED = 'bed';

export function toldOf({ items, planned }: Part, lookup: Lookup): Told {
  const id = (place: number): string => items[place]?.id ?? '';
  const exercise = (place: number): ReturnType<Lookup['exercise']> => lookup.exercise(id(place));
  return {
    title: (place) => lookup.title(id(place)),
    dose: (place) => doseInWords(doseAt(planned, place), exercise(place) ?? { tempo: 1 }),
    care: (place) => items[place]?.care ?? [],
    posture: (posture) => lookup.posture(posture)?.noun ?? posture,
    inBed: (place) => items[place]?.surface === BED || items[place - 1]?.surface === BED,
    isKeptGoing: (place) => isKeptGoing(exercise(place)),
  };
}

/** Walking has no pace to count and no position to hold. */
export function isKeptGoing(exercise: ReturnType<Lookup['exercise']>): boolean {
  return exercise?.phase === 'upright' && exercise.tempo === 0;
}
