// The filters as a person meets them: a field for words, and for each filter a button that opens
// its options. What is chosen stands below as buttons that take it away again.

import { make, required } from '../ui/dom';
import {
  isFiltered,
  NOTHING,
  optionsOf,
  SINGLE,
  withOption,
  withOptions,
  withoutOption,
  withWords,
  NO_CHOICES,
  type Choices,
  type Filter,
} from './choices';
import type { Loosening } from './match';

export interface FilterForm {
  readonly filters: readonly Filter[];
  label(filter: string, option: string): string;
  show(choices: Choices): void;
  /** How many are shown of how many, and what would help when there is none. */
  report(shown: number, all: number, loosenings: readonly Loosening[]): void;
}

interface Group {
  readonly id: string;
  readonly label: string;
  readonly button: HTMLButtonElement;
  readonly panel: HTMLFieldSetElement;
  readonly inputs: readonly HTMLInputElement[];
}

export function filterForm(
  form: HTMLFormElement,
  none: HTMLElement,
  change: (next: Choices) => void,
  see: () => void,
): FilterForm {
  const words = required('input[type=search]', HTMLInputElement, form);
  const status = required('[role=status]', HTMLElement, form);
  const chips = required('.filters-chosen', HTMLElement, form);
  const clear = required('.filters-clear', HTMLButtonElement, form);
  const helps = required('ul', HTMLUListElement, none);
  const text = (key: string): string => form.dataset[key] ?? '';
  const groups = readGroups(form, text('nothing'));
  let current = NO_CHOICES;

  const groupOf = (filter: string): Group | undefined => groups.find(({ id }) => id === filter);
  const label = (filter: string, option: string): string =>
    groupOf(filter)
      ?.inputs.find(({ value }) => value === option)
      ?.closest('label')
      ?.textContent?.trim() ?? option;

  // "Moderate" and "Nothing" say little by themselves.
  const nameOf = (filter: string, option: string): string =>
    filter === SINGLE || option === NOTHING
      ? filled(text('named'), groupOf(filter)?.label ?? '', label(filter, option))
      : label(filter, option);

  const open = (opened: Group | null): void => {
    for (const group of groups) {
      group.panel.hidden = group !== opened;
      group.button.setAttribute('aria-expanded', String(group === opened));
    }
  };
  for (const group of groups) {
    group.button.addEventListener('click', () => open(group.panel.hidden ? group : null));
    const any = required('.filter-any', HTMLButtonElement, group.panel);
    any.addEventListener('click', () => {
      group.button.focus();
      open(null);
      change(withOptions(current, group.id, []));
    });
  }
  form.addEventListener('keydown', (event) => {
    const group = groups.find(({ panel }) => !panel.hidden);
    if (event.key !== 'Escape' || !group || event.target === words) return;
    open(null);
    group.button.focus();
  });
  form.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target === words) return;
    const { name, value, checked } = target;
    change(checked ? withOption(current, name, value) : withoutOption(current, name, value));
  });
  words.addEventListener('input', () => change(withWords(current, words.value)));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    open(null);
    see();
  });
  clear.addEventListener('click', () => {
    open(null);
    words.focus();
    change(NO_CHOICES);
  });
  chips.addEventListener('click', ({ target }) => {
    const chip = target instanceof Element ? target.closest<HTMLButtonElement>('button') : null;
    if (!chip) return;
    const place = [...chips.querySelectorAll('button')].indexOf(chip);
    const { filter = '', option = '' } = chip.dataset;
    change(withoutOption(current, filter, option));
    // The chip is gone: on to the one in its place, and from the last one back to the field.
    const rest = chips.querySelectorAll('button');
    (rest[Math.min(place, rest.length - 1)] ?? words).focus();
  });
  helps.addEventListener('click', ({ target }) => {
    const help = target instanceof Element ? target.closest<HTMLButtonElement>('button') : null;
    if (!help) return;
    const { filter = '' } = help.dataset;
    const button = groupOf(filter)?.button;
    (button ?? words).focus();
    change(button ? withOptions(current, filter, []) : withWords(current, ''));
  });

  return {
    filters: groups.map(({ id, inputs }) => ({ id, options: inputs.map(({ value }) => value) })),
    label,
    show(choices) {
      current = choices;
      if (words.value.trim() !== choices.words.trim()) words.value = choices.words;
      for (const { id, button, inputs } of groups) {
        const chosen = optionsOf(choices, id);
        for (const input of inputs) input.checked = chosen.includes(input.value);
        const number = required('.filter-number', HTMLElement, button);
        number.textContent = chosen.length > 0 ? ` (${chosen.length})` : '';
        button.classList.toggle('filter-button--chosen', chosen.length > 0);
      }
      const chosen = groups.flatMap(({ id, inputs }) =>
        inputs
          .filter(({ checked }) => checked)
          .map(({ value }) => chip(id, value, nameOf(id, value), text('remove'))),
      );
      chips.replaceChildren(...chosen);
      chips.hidden = chosen.length === 0;
      clear.hidden = !isFiltered(choices);
    },
    report(shown, all, loosenings) {
      const said = shown === 0 ? text('none') : filled(text('shown'), String(shown), String(all));
      if (status.textContent !== said) status.textContent = said;
      for (const number of form.querySelectorAll('.filter-shown'))
        number.textContent = ` (${shown})`;
      none.hidden = shown > 0;
      helps.replaceChildren(
        ...loosenings.map(({ filter, count: number }) =>
          loosening(
            filter,
            filled(text('loosen'), groupOf(filter)?.label ?? text('words'), String(number)),
          ),
        ),
      );
    },
  };
}

function readGroups(form: HTMLFormElement, nothing: string): Group[] {
  return [...form.querySelectorAll<HTMLFieldSetElement>('.filter-panel')].map((panel) => {
    const button = panel.previousElementSibling;
    if (!(button instanceof HTMLButtonElement)) throw new Error('a filter has no button');
    const id = panel.name;
    const options = required('.filter-options', HTMLElement, panel);
    if (id === 'equipment') options.append(nothingOption(nothing));
    const inputs = [...options.querySelectorAll('input')];
    for (const input of inputs) {
      input.name = id;
      if (id === SINGLE) input.type = 'radio';
    }
    const note = form.querySelector(`.filter-note[data-filter="${id}"]`);
    if (note) options.before(note);
    return {
      id,
      label: required('.filter-label', HTMLElement, button).textContent ?? '',
      button,
      panel,
      inputs,
    };
  });
}

function nothingOption(text: string): HTMLElement {
  const input = make('input', { type: 'checkbox', value: NOTHING });
  return make('label', { class: 'choice' }, input, make('span', {}, text));
}

function chip(filter: string, option: string, label: string, remove: string): HTMLElement {
  const attributes = { type: 'button', class: 'filter-chip', 'aria-label': filled(remove, label) };
  const button = make(
    'button',
    { ...attributes, 'data-filter': filter, 'data-option': option },
    label,
  );
  return make('li', {}, button);
}

function loosening(filter: string, text: string): HTMLElement {
  const attributes = { type: 'button', class: 'button button--quiet', 'data-filter': filter };
  return make('li', {}, make('button', attributes, text));
}

function filled(text: string, ...parts: readonly string[]): string {
  return text.replace(/\{(\d)\}/g, (mark, index: string) => parts[Number(index)] ?? mark);
}
