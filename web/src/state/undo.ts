// Steps back and forth through states. Plain data: the states are never changed, only exchanged.

export interface Undoable<T> {
  readonly past: readonly T[]; // the latest last
  readonly present: T;
  readonly future: readonly T[]; // the next one first
  readonly kind: string; // of the last change
}

const MOST_STEPS = 100;

export function begin<T>(present: T): Undoable<T> {
  return { past: [], present, future: [], kind: '' };
}

/** Changes of one kind that follow each other, such as the letters of a note, are one step. */
export function change<T>(steps: Undoable<T>, present: T, kind = ''): Undoable<T> {
  if (present === steps.present) return steps;
  const goesOn = kind !== '' && kind === steps.kind;
  const past = goesOn ? steps.past : [...steps.past, steps.present].slice(-MOST_STEPS);
  return { past, present, future: [], kind };
}

/** What follows is a step of its own, also when it is of the same kind. */
export function settle<T>(steps: Undoable<T>): Undoable<T> {
  return { ...steps, kind: '' };
}

/** The present exchanged without a step, for what the person did not do. */
export function amend<T>(steps: Undoable<T>, present: T): Undoable<T> {
  return { ...steps, present };
}

export function undo<T>({ past, present, future }: Undoable<T>): Undoable<T> | undefined {
  const before = past[past.length - 1];
  if (before === undefined) return undefined;
  return { past: past.slice(0, -1), present: before, future: [present, ...future], kind: '' };
}

export function redo<T>({ past, present, future }: Undoable<T>): Undoable<T> | undefined {
  const [next, ...later] = future;
  if (next === undefined) return undefined;
  return { past: [...past, present], present: next, future: later, kind: '' };
}
