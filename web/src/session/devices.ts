// What a session does to the world, behind small interfaces. Tests give recording fakes.

import type { Chime, Moment } from './player';

export interface Voice {
  readonly name: string;
  readonly language: string;
  readonly local: boolean;
}

export interface Manner {
  readonly name: string; // of the voice; empty: the best that there is
  readonly speed: number;
}

export interface Speech {
  /** In the first tap, or some phones stay silent for good. */
  unlock(text: string, manner: Manner): void;
  /** Waits for nothing. A new cue cuts off what is still being said. */
  say(sentences: readonly string[], manner: Manner, cutsOff: boolean): void;
  quiet(): void;
  /** Those for the page's language, the best first. */
  voices(): readonly Voice[];
  onVoices(callback: () => void): void;
  readonly possible: boolean;
}

export interface Chimes {
  unlock(): void; // in a tap
  play(chime: Chime): void;
  readonly possible: boolean;
}

export interface Vibration {
  pulse(chime: Chime): void;
  readonly possible: boolean;
}

export interface WakeLock {
  hold(): void;
  release(): void;
  /** Told whenever it changes whether the screen stays on. */
  onChange(callback: (held: boolean) => void): void;
  readonly possible: boolean;
}

export interface MediaButtons {
  readonly onPlay: () => void;
  readonly onPause: () => void;
  readonly onBack: () => void;
  readonly onSkip: () => void;
}

export interface Media {
  /** In a tap. Without it there are no buttons; other programs' music goes on. */
  unlock(): void;
  listen(buttons: MediaButtons): void;
  show(title: string, isPlaying: boolean): void;
  forget(): void;
}

export interface Clock {
  moment(): Moment;
  date(): Date;
  /** Calls once, not before the time is up; gives a way to call it off. */
  after(milliseconds: number, callback: () => void): () => void;
  isHidden(): boolean;
  onVisibility(callback: (hidden: boolean) => void): void;
}

export interface Devices {
  readonly clock: Clock;
  readonly speech: Speech;
  readonly chimes: Chimes;
  readonly vibration: Vibration;
  readonly wakeLock: WakeLock;
  readonly media: Media;
}
