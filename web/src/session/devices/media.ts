// The buttons of a headset, a keyboard and a locked screen.

import type { Media, MediaButtons } from '../devices';
import { silentAddress } from './silence';

type Button = [MediaSessionAction, keyof MediaButtons];

const BUTTONS: readonly Button[] = [
  ['play', 'onPlay'],
  ['pause', 'onPause'],
  ['previoustrack', 'onBack'],
  ['nexttrack', 'onSkip'],
];

export function browserMedia(): Media {
  const session = navigator.mediaSession as MediaSession | undefined;
  const handle = (action: MediaSessionAction, handler: (() => void) | null): void => {
    try {
      session?.setActionHandler(action, handler);
    } catch {
      // This browser does not know the button.
    }
  };
  let silence: HTMLAudioElement | undefined;
  const play = (): void => {
    if (silence?.paused) silence.play().catch(() => undefined); // refused: no buttons, nothing else
  };
  return {
    unlock() {
      if (!session || typeof Audio === 'undefined') return;
      silence ??= new Audio(silentAddress());
      silence.loop = true;
      play();
    },
    listen(buttons) {
      for (const [action, name] of BUTTONS) handle(action, buttons[name]);
    },
    show(title, isPlaying) {
      if (isPlaying) play();
      else silence?.pause();
      if (!session) return;
      if (typeof MediaMetadata !== 'undefined') session.metadata = new MediaMetadata({ title });
      session.playbackState = isPlaying ? 'playing' : 'paused';
    },
    forget() {
      silence?.pause();
      silence?.removeAttribute('src');
      silence = undefined;
      for (const [action] of BUTTONS) handle(action, null);
      if (!session) return;
      session.metadata = null;
      session.playbackState = 'none';
    },
  };
}
