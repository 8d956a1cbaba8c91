// The result: a spoken summary, the routine or why there is none, and what was left out.

import { isRefused, type PlanAnswer, type Routine } from '../core/types';
import type { Choices } from '../state/choices';
import { describeMovements, type Lookup } from '../state/movements';
import { summaryInWords } from '../state/phrases';
import { say } from '../state/words';
import { showAdjustments } from './adjustments';
import { showConflicts } from './conflict-list';
import { required } from './dom';
import { keepPlace } from './keep-place';
import { showLeftOut } from './left-out-list';
import { showMovements } from './routine-list';

const NOTHING: Routine = {
  stage: '',
  status: 'infeasible',
  score: 0,
  bound: 0,
  total_seconds: 0,
  position_changes: 0,
  movements: [],
  left_out: [],
  conflicts: [],
  changes: [],
};

export interface ResultArea {
  readonly element: HTMLElement;
  showAnswer(answer: PlanAnswer, choices: Choices, lookup: Lookup): void;
  showNothing(message: string, choices: Choices, lookup: Lookup): void;
  showFailure(): void;
  /** Moves on to the result: on a phone it stands below the answers. */
  reveal(): void;
}

export function resultArea(): ResultArea {
  const element = required('#routine', HTMLElement);
  const heading = required('#routine-heading', HTMLElement, element);
  const summary = required('#routine-summary', HTMLElement, element);
  const jumpSummary = required('#builder-jump-summary', HTMLElement);
  const note = required('#routine-note', HTMLElement, element);
  const list = required('#routine-movements', HTMLOListElement, element);
  const conflicts = required('#routine-conflicts', HTMLElement, element);
  const adjustments = required('#routine-adjustments', HTMLElement, element);
  const leftOut = required('#routine-left-out', HTMLDetailsElement, element);

  const failure = required('#routine-failure', HTMLElement, element);
  const tryAgain = required('button', HTMLButtonElement, failure);
  tryAgain.addEventListener('click', () => location.reload());

  const draw = (message: string, routine: Routine, choices: Choices, lookup: Lookup): void =>
    keepPlace(element, heading, () => {
      // Setting the same text again would make some screen readers say it again.
      if (summary.textContent !== message) summary.textContent = message;
      jumpSummary.textContent = message;
      note.hidden = routine.status !== 'feasible';
      showMovements(list, describeMovements(routine, lookup));
      showConflicts(conflicts, routine, lookup);
      showAdjustments(adjustments, choices);
      showLeftOut(leftOut, routine.left_out, lookup);
    });

  return {
    element,
    showNothing: (message, choices, lookup) => draw(message, NOTHING, choices, lookup),
    showAnswer(answer, choices, lookup) {
      if (isRefused(answer)) {
        const problems = answer.errors.map(({ field, message }) => `${field} ${message}`);
        draw(say('refused', problems.join('; ')), NOTHING, choices, lookup);
      } else if (answer.status === 'infeasible') {
        draw(say('no_routine'), answer, choices, lookup);
      } else {
        draw(summaryInWords(answer), answer, choices, lookup);
      }
    },
    reveal() {
      heading.focus({ preventScroll: true });
      heading.scrollIntoView();
    },
    showFailure() {
      summary.textContent = say('failed');
      jumpSummary.textContent = '';
      for (const part of [note, list, conflicts, adjustments, leftOut]) part.hidden = true;
      failure.hidden = false;
    },
  };
}
