/** The widget's own words come along with it; those it shares with other pages, once it weighs. */
import {
  language,
  type Messages,
  optionalText,
  type SharedKey,
  sentenceOf,
  speakWith,
  textLanguage,
  wordsOf,
} from '../words/words.ts';
import { loaded } from './fault.ts';
import english from './words/en.json';
import french from './words/fr.json';

export type TextKey = SharedKey | keyof typeof import('./words/en.json');

const own: Record<string, Messages> = { en: english, fr: french };
const shared = new Map<string, Messages>();
let spoken = 'en';

speakWith({
  language: () => spoken,
  find(key, substitutions) {
    const name = textLanguage();
    return (
      sentenceOf(own[name] ?? {}, key, substitutions) ??
      sentenceOf(shared.get(name) ?? {}, key, substitutions)
    );
  },
});

/** From here on everything reads in that language; said before each drawing. */
export function speakIn(locale: string): void {
  spoken = locale;
}

/** Brings the shared words of a language. */
export async function learn(locale: string): Promise<void> {
  const name = locale.startsWith('fr') ? 'fr' : 'en';
  if (shared.has(name)) return;
  const words = name === 'fr' ? import('../words/fr.json') : import('../words/en.json');
  shared.set(name, (await loaded(words)).default);
}

export { language, optionalText };

export const { text, plural } = wordsOf<typeof import('./words/en.json')>();
