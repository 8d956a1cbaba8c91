// The quiet notice above the page. It never stands on the page of a session.

import { required } from '../ui/dom';
import type { Told } from './versions';

const LATER = 'unclench:later';

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
    putOff();
  });
  return {
    ready(takeOver) {
      if (wasPutOff()) return;
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

/** Until the tab is closed, so that it is not asked again on every page. */
function putOff(): void {
  try {
    sessionStorage.setItem(LATER, 'yes');
  } catch {
    // It is asked again on the next page.
  }
}

function wasPutOff(): boolean {
  try {
    return sessionStorage.getItem(LATER) !== null;
  } catch {
    return false;
  }
}
