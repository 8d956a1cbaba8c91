// Which picture stands on the screen, and at which moment of its animation.

import type { Cue } from '../core/questions';
import type { Catalogue, Exercise, Figure, PositionChange } from '../core/types';

export interface Shown {
  readonly address: string;
  readonly description: string;
  readonly milliseconds: number; // of the animation
}

interface Scene {
  readonly exercise: Exercise | undefined; // of the cue
  readonly changes: Catalogue['changes'];
  readonly holds: boolean; // whether a hold follows each move of this movement
  readonly still: boolean; // nothing plays: the pose changes by steps
  readonly inBed: boolean; // the drawn changes are on the floor
}

/** `passed` counts milliseconds within the cue. */
export function figureAt(cue: Cue, passed: number, scene: Scene): Shown | null {
  if (cue.kind === 'change' && !scene.inBed) {
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
const STILL_STEPS = 4;

function changeShown(cue: Cue, passed: number, { changes, still }: Scene): Shown | null {
  const { from = '', to = '' } = cue;
  const there = changeThatShows(`${from}-to-${to}`, changes);
  const change = there ?? changeThatShows(`${to}-to-${from}`, changes);
  if (!change) return null;
  const part = cue.length === 0 ? 1 : Math.min(1, passed / cue.length);
  const steps = still ? Math.floor(part * STILL_STEPS) / STILL_STEPS : part;
  const moment = THERE * steps + (there ? 0 : THERE);
  return {
    address: change.animated,
    description: change.description,
    milliseconds: Math.round(moment * Math.max(0, change.milliseconds - 1)),
  };
}

function changeThatShows(name: string, changes: Catalogue['changes']): PositionChange | undefined {
  return changes.find(({ shows }) => shows.includes(name));
}
