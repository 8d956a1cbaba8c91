// Which picture stands on the screen, and at which moment of its animation.

import type { Cue } from '../core/questions';
import type { Catalogue, Exercise, Figure, PositionChange } from '../core/types';
import { legsBetween, stepTimes, type Leg } from './change-steps';

export interface Shown {
  readonly address: string;
  readonly description: string;
  readonly milliseconds: number; // of the animation
}

export interface Scene {
  readonly exercise: Exercise | undefined; // of the cue
  readonly changes: Catalogue['changes'];
  readonly holds: boolean; // whether a hold follows each move of this movement
  readonly still: boolean; // nothing plays: the pose changes by steps
  readonly inBed: boolean; // a change of position
}

/** `passed` counts milliseconds within the cue. */
export function figureAt(cue: Cue, passed: number, scene: Scene): Shown | null {
  if (cue.kind === 'change') {
    const change = changeShown(cue, passed, scene);
    if (change) return change;
  }
  const figure = scene.exercise?.figure;
  if (!figure) return null;
  const isOther = cue.side === 2 && figure.other_side !== undefined;
  return {
    address: (isOther ? figure.other_side : figure.animated) ?? figure.animated,
    description: figure.description,
    milliseconds: Math.round(momentOf(cue, passed, figure, scene)),
  };
}

function momentOf(cue: Cue, passed: number, figure: Figure, scene: Scene): number {
  if (figure.milliseconds === 0) return 0;
  const part = cue.length === 0 ? 1 : Math.min(1, passed / cue.length);
  if (scene.still) return stillMoment(cue, part, figure, scene);
  switch (cue.kind) {
    case 'ready': // once, to see what is coming
      return passed < figure.milliseconds ? passed : 0;
    case 'move':
      return scene.holds ? towardsHold(cue, part, figure) : part * figure.milliseconds;
    case 'hold': // what is only held - resting, walking - goes on as it does
      return scene.exercise?.tempo === 0 ? passed % figure.milliseconds : figure.held_from;
    default:
      return 0;
  }
}

/** The first time from the beginning; then back from the hold before, and there again. */
function towardsHold(cue: Cue, part: number, figure: Figure): number {
  if ((cue.repetition ?? 1) === 1) return part * figure.held_from;
  const back = figure.milliseconds - figure.held_until;
  return (figure.held_until + part * (back + figure.held_from)) % figure.milliseconds;
}

function stillMoment(cue: Cue, part: number, figure: Figure, scene: Scene): number {
  if (cue.kind === 'hold') return figure.held_from;
  if (cue.kind === 'move') return scene.holds || part >= 0.5 ? figure.held_from : 0;
  return 0;
}

// Every drawn change goes there in the first half of its circle and back again in the second.
const THERE = 0.5;
const STILL_STEPS = 3; // where nothing plays: its beginning, its middle and its end

interface DrawnChange {
  readonly change: PositionChange;
  readonly isBackwards: boolean;
}

/** The drawings of a leg, one after the other; backwards where only the way back is drawn. */
function drawingsOf({ from, to }: Leg, { changes, inBed }: Scene): readonly DrawnChange[] {
  const showing = (name: string): PositionChange[] =>
    changes.filter((change) => change.in_bed === inBed && change.shows.includes(name));
  const there = showing(`${from}-to-${to}`);
  if (there.length > 0) return there.map((change) => ({ change, isBackwards: false }));
  const back = showing(`${to}-to-${from}`).reverse();
  return back.map((change) => ({ change, isBackwards: true }));
}

/** Addresses of all that a change of position is shown by. */
export function drawingsOfChange(cue: Cue, scene: Scene): readonly string[] {
  return legsOf(cue, scene).flatMap((leg) =>
    drawingsOf(leg, scene).map(({ change }) => change.animated),
  );
}

/** The way over neighbours, unless an edition has drawn the whole of it. */
function legsOf({ from = '', to = '' }: Cue, scene: Scene): readonly Leg[] {
  const whole = { from, to, sentences: [] };
  return drawingsOf(whole, scene).length > 0 ? [whole] : legsBetween(from, to, scene.inBed);
}

/** A leg takes as long as its sentences do, so that what is seen is what is said. */
function changeShown(cue: Cue, passed: number, scene: Scene): Shown | null {
  const legs = legsOf(cue, scene);
  const weights = legs.map(({ sentences }) => Math.max(1, sentences.length));
  const { first, each } = stepTimes(
    cue.length,
    weights.reduce((sum, weight) => sum + weight, 0),
  );
  let steps = each === 0 ? Infinity : Math.max(0, (passed - first) / each);
  for (const [index, leg] of legs.entries()) {
    const weight = weights[index] ?? 1;
    if (steps < weight || index === legs.length - 1)
      return legShown(drawingsOf(leg, scene), Math.min(1, steps / weight), scene.still);
    steps -= weight;
  }
  return null;
}

function legShown(drawings: readonly DrawnChange[], part: number, still: boolean): Shown | null {
  const place = Math.min(Math.floor(part * drawings.length), drawings.length - 1);
  const drawn = drawings[place];
  if (!drawn) return null;
  const moving = part * drawings.length - place;
  const steps = still
    ? Math.min(Math.floor(moving * STILL_STEPS), STILL_STEPS - 1) / (STILL_STEPS - 1)
    : moving;
  const moment = THERE * steps + (drawn.isBackwards ? THERE : 0);
  return {
    address: drawn.change.animated,
    description: drawn.change.description,
    milliseconds: Math.round(moment * Math.max(0, drawn.change.milliseconds - 1)),
  };
}
