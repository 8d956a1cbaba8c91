// The session's keys: space pauses and goes on, the arrows lead back and on, H says that it hurts,
// Escape pauses. They count only while the session is on the screen.

import { isKeyOn } from '../../search/keys';
import type { Session } from '../session';

/** Gives a way to stop listening. */
export function sessionKeys(session: Session): () => void {
  const listen = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!perform(event, session)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  document.addEventListener('keydown', listen, { capture: true });
  return () => document.removeEventListener('keydown', listen, { capture: true });
}

const FIELDS = 'input, textarea, select, [contenteditable]';

function perform({ key, target, repeat }: KeyboardEvent, session: Session): boolean {
  const { screen } = session.model();
  // Where one file holds all pages, another one may be shown.
  if (document.getElementById('session')?.closest('[hidden]')) return false;
  if (target instanceof Element && target.closest(FIELDS)) return false;
  if (screen === 'hurts' && key === 'Escape') {
    session.notHurt();
    return true;
  }
  if (screen !== 'running') return false;
  // A key that is held down counts once.
  const once = (act: () => void): true => {
    if (!repeat) act();
    return true;
  };
  switch (key) {
    case ' ':
      if (target instanceof Element && target.closest('button, a')) return false;
      return once(session.toggle);
    case 'ArrowLeft':
      return once(session.back);
    case 'ArrowRight':
      return once(session.skip);
    case 'Escape':
      return once(session.pause);
    case 'h':
    case 'H':
      return isKeyOn() && once(session.hurts);
    case '/': // the search stays away
      return true;
    default:
      return false;
  }
}
