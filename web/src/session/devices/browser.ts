// The devices of the browser.

import type { Devices } from '../devices';
import { browserChimes } from './chimes';
import { realClock } from './clock';
import { browserMedia } from './media';
import { browserSpeech } from './speech';
import { browserVibration } from './vibration';
import { browserWakeLock } from './wake-lock';

export function browserDevices(language: string): Devices {
  return {
    clock: realClock(),
    speech: browserSpeech(language),
    chimes: browserChimes(),
    vibration: browserVibration(),
    wakeLock: browserWakeLock(),
    media: browserMedia(),
  };
}
