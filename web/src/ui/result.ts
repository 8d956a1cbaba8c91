// The result: a spoken summary, the routine or why there is none, and what was left out.

import { isRefused, type PlanAnswer, type Routine } from '../core/types';
import type { Choices } from '../state/choices';
import { describeMovements, type Lookup } from '../state/movements';
import { summaryInWords } from '../state/words';
import { showAdjustments } from './adjustments';
import { showConflicts } from './conflict-list';
import { make, required } from './dom';
import { keepPlace } from './keep-place';
import { showLeftOut } from './left-out-list';
import { showMovements } from './routine-list';

const NOTHING: Routine = {
  status: 'infeasible',
  score: 0,
  bound: 0,
  total_seconds: 0,
  position_changes: 0,
  movements: [],
  left_out: [],
  conflicts: [],
};

export interface ResultArea {
  readonly element: HTMLElement;
  showAnswer(answer: PlanAnswer, choices: Choices, lookup: Lookup): void;
  showNothing(message: string, choices: Choices, lookup: Lookup): void;
  showFailure(routinesUrl: string): void;
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

  const draw = (message: string, routine: Routine, choices: Choices, lookup: Lookup): void =>
    keepPlace(element, heading, () => {
      // Setting the same text again would make some screen readers say it again.
      if (summary.textContent !== message) summary.textContent = message;
      jumpSummary.textContent = message;
      note.hidden = routine.status !== 'feasible';
      showMovements(list, describeMovements(routine, lookup));
      showConflicts(conflicts, routine.conflicts, lookup);
      showAdjustments(adjustments, choices);
      showLeftOut(leftOut, routine.left_out, lookup);
    });

  return {
    element,
    showNothing: (message, choices, lookup) => draw(message, NOTHING, choices, lookup),
    showAnswer(answer, choices, lookup) {
      if (isRefused(answer)) {
        const problems = answer.errors.map(({ field, message }) => `${field} ${message}`);
        draw(`No routine: ${problems.join('; ')}.`, NOTHING, choices, lookup);
      } else if (answer.status === 'infeasible') {
        draw('No routine fits these answers.', answer, choices, lookup);
      } else {
        draw(summaryInWords(answer), answer, choices, lookup);
      }
    },
    showFailure(routinesUrl) {
      summary.textContent = 'The builder could not be loaded.';
      jumpSummary.textContent = '';
      for (const part of [note, list, adjustments, leftOut]) part.hidden = true;
      conflicts.hidden = false;
      conflicts.replaceChildren(failureNote(routinesUrl), reloadButton());
    },
  };
}

function failureNote(routinesUrl: string): HTMLParagraphElement {
  return make(
    'p',
    {},
    'Check your connection and try again. If that does not help, an older browser may be the ' +
      'cause. The ',
    make('a', { href: routinesUrl }, 'ready-made routines'),
    ' work without the builder.',
  );
}

function reloadButton(): HTMLButtonElement {
  const button = make('button', { type: 'button', class: 'button' }, 'Try again');
  button.addEventListener('click', () => location.reload());
  return button;
}
