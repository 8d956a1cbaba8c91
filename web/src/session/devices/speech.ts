// The browser's own voice. What is known to go wrong with it: phones stay silent unless the first
// words come in a tap; voices arrive late, and those of a server stop in the middle or need a
// network; `onend` may never come; utterances that nobody holds are thrown away while they speak.

import type { Manner, Speech, Voice } from '../devices';

const MOST_KEPT = 20;

export function browserSpeech(language: string): Speech {
  const synthesis = window.speechSynthesis as SpeechSynthesis | undefined;
  if (!synthesis || typeof SpeechSynthesisUtterance === 'undefined') return silence();
  const kept: SpeechSynthesisUtterance[] = [];

  const utter = (text: string, { name, speed }: Manner): void => {
    const utterance = new SpeechSynthesisUtterance(text);
    const voice = chosen(synthesis.getVoices(), language, name);
    if (voice) utterance.voice = voice;
    utterance.lang = voice?.lang ?? language;
    utterance.rate = speed;
    kept.push(utterance);
    if (kept.length > MOST_KEPT) kept.shift();
    synthesis.speak(utterance);
  };
  const quiet = (): void => {
    if (synthesis.speaking || synthesis.pending) synthesis.cancel();
  };

  return {
    possible: true,
    unlock(text, manner) {
      quiet();
      // Some browsers come back from the background with a voice that is still paused.
      synthesis.resume();
      utter(text, manner);
    },
    say(sentences, manner, cutsOff) {
      if (sentences.length === 0) return;
      if (cutsOff) quiet();
      for (const sentence of sentences) utter(sentence, manner);
    },
    quiet,
    voices: () => ranked(synthesis.getVoices(), language).map(described),
    onVoices: (callback) => synthesis.addEventListener?.('voiceschanged', callback),
  };
}

/** The voices for a language: its own region first, those on the device before those of a server. */
export function ranked<V extends { lang: string; localService: boolean; default: boolean }>(
  voices: readonly V[],
  language: string,
): V[] {
  const wanted = tag(language);
  const [primary] = wanted.split('-');
  const points = ({ lang, localService, default: isDefault }: V): number =>
    (localService ? 4 : 0) + (tag(lang) === wanted ? 2 : 0) + (isDefault ? 1 : 0);
  return voices
    .filter(({ lang }) => tag(lang).split('-')[0] === primary)
    .sort((a, b) => points(b) - points(a));
}

function chosen(
  voices: readonly SpeechSynthesisVoice[],
  language: string,
  name: string,
): SpeechSynthesisVoice | undefined {
  const fitting = ranked(voices, language);
  return fitting.find((voice) => voice.name === name) ?? fitting[0];
}

// Android writes en_GB.
function tag(language: string): string {
  return language.replace('_', '-').toLowerCase();
}

function described({ name, lang, localService }: SpeechSynthesisVoice): Voice {
  return { name, language: lang, local: localService };
}

function silence(): Speech {
  return {
    possible: false,
    unlock: () => undefined,
    say: () => undefined,
    quiet: () => undefined,
    voices: () => [],
    onVoices: () => undefined,
  };
}
