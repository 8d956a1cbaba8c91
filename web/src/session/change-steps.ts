// How to get from one position to another, step by step. The steps are known for neighbours, such as
// from the back to the side; longer ways lead over neighbours. Nobody sits straight up from the
// back: the only way out of it is over the side.

import { sayIfKnown } from '../state/words';

/** Neighbours, by the words that lead from one to the other: `steps.supine-to-side-lying.1`. */
const EVERYWHERE = [
  ['supine', 'side-lying'],
  ['side-lying', 'supine'],
  ['side-lying', 'prone'],
  ['prone', 'side-lying'],
  ['side-lying', 'floor-sitting'],
  ['floor-sitting', 'side-lying'],
  ['floor-sitting', 'all-fours'],
  ['all-fours', 'floor-sitting'],
  ['all-fours', 'kneeling'],
  ['kneeling', 'all-fours'],
  ['chair-sitting', 'standing'],
  ['standing', 'chair-sitting'],
] as const;

const FROM_FLOOR = [
  ['kneeling', 'standing'],
  ['standing', 'kneeling'],
  ['kneeling', 'chair-sitting'],
  ['all-fours', 'standing'],
  ['standing', 'all-fours'],
  ['all-fours', 'chair-sitting'],
] as const;

const EDGE = 'bed-edge';
const FROM_BED = [
  ['side-lying', EDGE],
  [EDGE, 'side-lying'],
  [EDGE, 'standing'],
  ['standing', EDGE],
] as const;

type Neighbours = readonly (readonly [from: string, to: string])[];

const MOST_STEPS = 9;

/** The shortest way over neighbours; empty when there is none, as for an edition's own positions. */
export function wayBetween(from: string, to: string, inBed: boolean): readonly string[] {
  const neighbours: Neighbours = [...EVERYWHERE, ...(inBed ? FROM_BED : FROM_FLOOR)];
  const ways: (readonly string[])[] = [[from]];
  const seen = new Set([from]);
  for (const way of ways) {
    const last = way[way.length - 1] ?? '';
    if (last === to) return way;
    for (const [here, there] of neighbours) {
      if (here !== last || seen.has(there)) continue;
      seen.add(there);
      ways.push([...way, there]);
    }
  }
  return [];
}

/** From one neighbour to the next; its sentences are empty when the language has none. */
export interface Leg {
  readonly from: string;
  readonly to: string;
  readonly sentences: readonly string[];
}

/** The legs of the way, in order; the whole of it is one where no neighbours are known. */
export function legsBetween(from: string, to: string, inBed: boolean): readonly Leg[] {
  const way = wayBetween(from, to, inBed);
  const places = way.length > 0 ? way : [from, to];
  return places.slice(1).map((place, index) => {
    const before = places[index] ?? '';
    return { from: before, to: place, sentences: stepsBetween(before, place) };
  });
}

/** The sentences, in order; empty when the language has none for this change. */
export function changeSteps(from: string, to: string, inBed: boolean): readonly string[] {
  const legs = legsBetween(from, to, inBed);
  if (legs.some(({ sentences }) => sentences.length === 0)) return [];
  return legs.flatMap(({ sentences }) => sentences);
}

const INTRODUCTION = 4000; // the name of the new position comes before the first step

/** When the first of so many steps begins, and how long each takes, in milliseconds. */
export function stepTimes(length: number, steps: number): { first: number; each: number } {
  const first = Math.min(INTRODUCTION, length / (steps + 1));
  return { first, each: (length - first) / Math.max(1, steps) };
}

function stepsBetween(from: string, to: string): string[] {
  const steps: string[] = [];
  for (let number = 1; number <= MOST_STEPS; ++number) {
    const step = sayIfKnown(`steps.${from}-to-${to}.${number}`);
    if (step === undefined) break;
    steps.push(step);
  }
  return steps;
}
