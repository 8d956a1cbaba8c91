// Every way in which a person changes the routine that is shown, as a new state.

import type { RoutineText } from '../core/questions';
import { takeBack, withoutAdjustments } from '../state/choices';
import type { Lookup } from '../state/movements';
import {
  replanned,
  withDoseStep,
  withKnownConditions,
  withLock,
  withMovedMovement,
  withMovement,
  withMovementByHand,
  withMovementNote,
  withoutMovement,
  withSwap,
  type PlanState,
} from '../state/plan-state';
import type { Shown } from '../state/shown';
import { say } from '../state/words';
import type { Edits } from './view';

/** What an edit needs of the workbench. */
export interface Bench {
  state(): PlanState;
  lookup(): Lookup;
  /** Changes of the same kind, one after the other, are one step to undo. */
  update(next: PlanState, kind?: string): void;
  /** An edit of what is shown; nothing happens while another routine is on its way. */
  edit(next: (shown: Shown) => PlanState): void;
  textForNotes(): RoutineText | undefined;
  titleAt(place: number): string;
  say(said: string): void;
}

export function editsOf(bench: Bench): Edits {
  return {
    leaveOut: (place) =>
      bench.edit(({ text }) =>
        withoutMovement(bench.state(), place, text.movements[place]?.id ?? ''),
      ),
    putIn: (id) => bench.edit(() => withMovement(bench.state(), id, bench.lookup())),
    putInByHand: (id) =>
      bench.edit(({ text }) => withMovementByHand(bench.state(), text, id, bench.lookup())),
    takeBack: (id) =>
      bench.update({ ...bench.state(), request: takeBack(bench.state().request, id) }),
    startAgain() {
      const { doses: _, ...request } = withoutAdjustments(bench.state().request);
      bench.update({ ...bench.state(), request });
    },
    goOnWithoutUnknown: () => bench.update(withKnownConditions(bench.state(), bench.lookup())),
    planAnew: (wanted) => bench.update(replanned(bench.state(), wanted)),
    move(from, to) {
      const title = bench.titleAt(from);
      bench.edit(({ text }) => withMovedMovement(bench.state(), text, from, to));
      bench.say(say('said.moved', title, to + 1));
    },
    setStep: (place, step) =>
      bench.edit(({ text }) => withDoseStep(bench.state(), text, place, step, bench.lookup())),
    setNote(place, note) {
      const text = bench.textForNotes();
      if (text) bench.update(withMovementNote(bench.state(), text, place, note), `note ${place}`);
    },
    lock: (place, lock) =>
      bench.edit(({ movements, text }) => {
        const state = bench.state();
        const movement = movements[place];
        return movement ? withLock(state, text, movement.id, movement.step, lock) : state;
      }),
    swap: (place, other) => bench.edit(({ text }) => withSwap(bench.state(), text, place, other)),
    useProgress: (use) => bench.update({ ...bench.state(), progress: use }),
    setName: (name) => bench.update({ ...bench.state(), name }, 'name'),
    setAuthorsNote: (note) => bench.update({ ...bench.state(), note }, 'note'),
  };
}
