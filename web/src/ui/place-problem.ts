// Without a place there is nothing to plan. Said beside the question, and tied to its boxes.

import { required } from './dom';

export function showPlaceProblem(form: HTMLFormElement, missing: boolean): void {
  const message = required('#surfaces-problem', HTMLElement, form);
  message.hidden = !missing;
  const fieldset = required('#surfaces', HTMLFieldSetElement, form);
  if (missing) fieldset.setAttribute('aria-describedby', message.id);
  else fieldset.removeAttribute('aria-describedby');
}
