// A slider with its value in words, and two buttons for those who cannot drag a finger exactly.

import { withinLimits } from '../state/choices';
import { count } from '../state/words';
import { required } from './dom';

export interface MinutesField {
  show(minutes: number): void;
  value(): number;
}

/** `settled` when the slider is let go, or a button was pressed. */
export function minutesField(
  form: HTMLFormElement,
  changed: () => void,
  settled: () => void,
): MinutesField {
  const slider = required('#minutes', HTMLInputElement, form);
  const words = required('#minutes-words', HTMLElement, form);

  const describe = (): void => {
    const text = count('minutes', slider.valueAsNumber);
    if (slider.getAttribute('aria-valuetext') === text) return; // the page would be laid out again
    words.textContent = text;
    slider.setAttribute('aria-valuetext', text);
  };
  const step = (minutes: number): void => {
    const next = withinLimits(slider.valueAsNumber + minutes);
    if (next === slider.valueAsNumber) return;
    slider.valueAsNumber = next;
    describe();
    changed();
    settled();
  };

  slider.addEventListener('input', () => {
    describe();
    changed();
  });
  slider.addEventListener('change', settled);
  required('#minutes-less', HTMLButtonElement, form).addEventListener('click', () => step(-1));
  required('#minutes-more', HTMLButtonElement, form).addEventListener('click', () => step(1));

  return {
    show(minutes) {
      slider.valueAsNumber = minutes;
      describe();
    },
    value: () => slider.valueAsNumber,
  };
}
