// All of the screen for the session, where the browser can do that.

import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { say } from '../../state/words';
import { Icon } from './icons';

export function FullScreenButton(): JSX.Element | null {
  const [isFull, setFull] = useState(() => Boolean(document.fullscreenElement));
  useEffect(() => {
    const look = (): void => setFull(Boolean(document.fullscreenElement));
    document.addEventListener('fullscreenchange', look);
    return () => document.removeEventListener('fullscreenchange', look);
  }, []);
  if (!document.fullscreenEnabled) return null;
  const change = (): void => {
    const done = isFull ? document.exitFullscreen() : document.documentElement.requestFullscreen();
    done.catch(() => undefined); // refused: the session goes on in its window
  };
  return (
    <button
      type="button"
      class="stage-small"
      aria-label={say(isFull ? 'run.full_off' : 'run.full')}
      title={say(isFull ? 'run.full_off' : 'run.full')}
      onClick={change}
    >
      <Icon name={isFull ? 'smaller' : 'larger'} />
    </button>
  );
}
