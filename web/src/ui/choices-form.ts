// The form: the questions, read into answers and set from a request.

import type { RoutineRequest } from '../core/types';
import type { Vocabulary } from '../state/choices';
import type { Answers } from '../state/plan-state';
import { required } from './dom';
import { minutesField } from './minutes';

const EASES = ['flexion', 'extension', 'neither'] as const;

export interface ChoicesForm {
  readonly vocabulary: Vocabulary;
  show(request: RoutineRequest): void;
  answers(): Answers;
}

/**
 * `changed` is called after every answer, `settled` when no more of the same comes, as from a slider that is drawn,
 * and `done` when a person asks for the routine.
 */
export function choicesForm(
  form: HTMLFormElement,
  changed: () => void,
  settled: () => void,
  done: () => void,
): ChoicesForm {
  const all = [...form.querySelectorAll('input')];
  const inputs = (name: string): HTMLInputElement[] =>
    all.filter((input) => input.name === name || input.name === `${name}[]`);
  const offered = (name: string): string[] => inputs(name).map((input) => input.value);
  const chosen = (name: string): string[] =>
    inputs(name)
      .filter((input) => input.checked)
      .map((input) => input.value);
  const choose = (name: string, values: readonly string[]): void => {
    for (const input of inputs(name)) input.checked = values.includes(input.value);
  };

  const posture = required('#builder-posture', HTMLSelectElement, form);
  const more = required('#builder-more', HTMLDetailsElement, form);
  const minutes = minutesField(form, changed, settled);
  form.addEventListener('change', (event) => {
    if (event.target instanceof HTMLSelectElement) changed();
    if (event.target instanceof HTMLInputElement && event.target.type !== 'range') changed();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    done();
  });

  return {
    vocabulary: {
      stages: offered('stage'),
      surfaces: offered('surfaces'),
      equipment: offered('equipment'),
      conditions: offered('conditions'),
    },
    show(request) {
      choose('stage', [request.stage]);
      choose('surfaces', request.surfaces);
      choose('equipment', request.equipment);
      choose('conditions', request.conditions);
      choose('focus', request.focus ?? []);
      choose('eases', [request.eases ?? '']);
      posture.value = request.posture ?? '';
      if (request.focus || request.eases || request.posture) more.open = true;
      minutes.show(request.minutes);
    },
    answers() {
      const focus = chosen('focus');
      const eases = EASES.find((word) => word === chosen('eases')[0]);
      return {
        stage: chosen('stage')[0] ?? '',
        minutes: minutes.value(),
        surfaces: chosen('surfaces'),
        equipment: chosen('equipment'),
        conditions: chosen('conditions'),
        focus,
        eases,
        posture: posture.value || undefined,
      };
    },
  };
}
