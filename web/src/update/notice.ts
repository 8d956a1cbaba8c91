// The quiet notice above the page. It never stands on the page of a session.

import { textInTab } from '../keep/tab';
import { required } from '../ui/dom';
import type { Told } from './versions';

/** Until the tab is closed, so that it is not asked again on every page. */
const later = textInTab('unclench:later');

export function updateNotice(): Told | null {
  const box = document.getElementById('update');
  if (!box || document.getElementById('session')) return null;
  const text = required('#update-text', HTMLElement, box);
  const take = required('#update-take', HTMLButtonElement, box);
  let act = (): void => location.reload();

  const show = (message: string | undefined, canTake: boolean): void => {
    text.textContent = message ?? '';
    take.hidden = !canTake;
    box.hidden = false;
  };
  take.addEventListener('click', () => act());
  required('#update-later', HTMLButtonElement, box).addEventListener('click', () => {
    box.hidden = true;
    later.write('yes');
  });
  return {
    ready(takeOver) {
      if (later.read() !== null) return;
      act = takeOver;
      show(text.dataset.ready, true);
    },
    refused: () => show(text.dataset.session, false),
    changedElsewhere() {
      act = () => location.reload();
      show(text.dataset.elsewhere, true);
    },
  };
}
