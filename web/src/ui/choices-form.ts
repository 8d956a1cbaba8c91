// The form: five questions, read into choices and set from them.

import type { Choices, Vocabulary } from '../state/choices';
import { minutesField } from './minutes';

export type Answers = Omit<Choices, 'exclude' | 'include'>;

export interface ChoicesForm {
  readonly vocabulary: Vocabulary;
  show(choices: Choices): void;
  answers(): Answers;
}

/** `changed` is called after every answer, `done` when a person asks for the routine. */
export function choicesForm(
  form: HTMLFormElement,
  changed: () => void,
  done: () => void,
): ChoicesForm {
  const inputs = (name: string): HTMLInputElement[] => [
    ...form.querySelectorAll<HTMLInputElement>(`input[name="${name}"], input[name="${name}[]"]`),
  ];
  const offered = (name: string): string[] => inputs(name).map((input) => input.value);
  const chosen = (name: string): string[] =>
    inputs(name)
      .filter((input) => input.checked)
      .map((input) => input.value);
  const choose = (name: string, values: readonly string[]): void => {
    for (const input of inputs(name)) input.checked = values.includes(input.value);
  };

  const minutes = minutesField(form, changed);
  form.addEventListener('change', (event) => {
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
    show(choices) {
      choose('stage', [choices.stage]);
      choose('surfaces', choices.surfaces);
      choose('equipment', choices.equipment);
      choose('conditions', choices.conditions);
      minutes.show(choices.minutes);
    },
    answers: () => ({
      stage: chosen('stage')[0] ?? '',
      minutes: minutes.value(),
      surfaces: chosen('surfaces'),
      equipment: chosen('equipment'),
      conditions: chosen('conditions'),
    }),
  };
}
