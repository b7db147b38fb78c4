/** Everything people read comes from _locales and web/words, through this file. */
import {
  language,
  type Messages,
  optionalText,
  type SharedKey,
  sentenceOf,
  speakWith,
  textLanguage,
  wordsOf,
} from '../../web/words/words.ts';
import type { Settings } from './settings.ts';

export { language, optionalText, textLanguage };

/** Keys of _locales/en/messages.json and of web/words: the build makes one file of both. */
export type TextKey = SharedKey | keyof Own;
type Own = typeof import('../_locales/en/messages.json');
export type Language = Settings['language'];

/** What is read in the chosen language; null before a language was chosen. */
let messages: Messages | null = null;
let chosen: Language = 'auto';

speakWith({
  /** The browser's own language, unless another one was chosen. */
  language() {
    const own = chrome.i18n.getUILanguage();
    return chosen === 'auto' || own.startsWith(chosen) ? own : chosen;
  },
  find(key, substitutions) {
    if (messages === null) return chrome.i18n.getMessage(key, substitutions) || null;
    return sentenceOf(messages, key, substitutions);
  },
});

/** From here on everything reads in that language, whichever the browser has. */
export async function useLanguage(choice: Language): Promise<void> {
  chosen = choice;
  const file = chrome.runtime.getURL(`_locales/${textLanguage()}/messages.json`);
  messages = (await (await fetch(file)).json()) as Messages;
}

export const { text, plural } = wordsOf<Own>();
