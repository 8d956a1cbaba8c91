// What changes next time, as a person sees it.

import type { Progress, StepChange } from '../core/questions';
import { mayBeHeld } from '../keep/history';
import type { Settings } from '../keep/records';

export interface ShownChange {
  readonly change: StepChange;
  readonly mayBeKept: boolean;
}

/** Changes that go ahead, and the movements that a person keeps as they were. */
export function nextTime(
  progress: Progress,
  { held_steps }: Settings,
): { readonly changes: readonly ShownChange[]; readonly held: readonly string[] } {
  const isHeld = ({ movement, rule, from }: StepChange): boolean =>
    mayBeHeld(rule) && held_steps[movement] === from;
  return {
    changes: progress.changes
      .filter((change) => !isHeld(change))
      .map((change) => ({ change, mayBeKept: mayBeHeld(change.rule) })),
    held: Object.keys(held_steps),
  };
}

export function holding(settings: Settings, { movement, from }: StepChange): Settings {
  return { ...settings, held_steps: { ...settings.held_steps, [movement]: from } };
}

export function lettingGo(settings: Settings, movement: string): Settings {
  const { [movement]: _, ...held_steps } = settings.held_steps;
  return { ...settings, held_steps };
}
