/** Everything people read comes from _locales, through this file. */
import type { Settings } from './settings.ts';

/** Keys of _locales/en/messages.json; French has the same ones (a test compares them). */
export type TextKey = keyof typeof import('../_locales/en/messages.json');
export type Language = Settings['language'];

type Messages = Partial<Record<string, { message: string }>>;

/** What is read in the chosen language; null before a language was chosen. */
let messages: Messages | null = null;
let chosen: Language = 'auto';

/** The language of sentences: French where it is the browser's or was chosen, else English. */
export const textLanguage = (): 'en' | 'fr' => (language().startsWith('fr') ? 'fr' : 'en');

/** The language of numbers and dates: the browser's own, unless another one was chosen. */
export function language(): string {
  const own = chrome.i18n.getUILanguage();
  return chosen === 'auto' || own.startsWith(chosen) ? own : chosen;
}

/** From here on everything reads in that language, whichever the browser has. */
export async function useLanguage(choice: Language): Promise<void> {
  chosen = choice;
  const file = chrome.runtime.getURL(`_locales/${textLanguage()}/messages.json`);
  messages = (await (await fetch(file)).json()) as Messages;
}

/** The sentence of that key with its substitutions. */
export function text(key: TextKey, ...substitutions: string[]): string {
  return optionalText(key, ...substitutions) ?? '';
}

/** A sentence that may be missing, such as the one about a code a newer core gives. */
export function optionalText(key: string, ...substitutions: string[]): string | null {
  if (messages === null) return chrome.i18n.getMessage(key, substitutions) || null;
  const found = Object.hasOwn(messages, key) ? messages[key] : undefined;
  if (found === undefined) return null;
  return found.message.replace(/\$(\d)/g, (_, place) => substitutions[Number(place) - 1] ?? '');
}

type Plural = TextKey extends infer Key
  ? Key extends `${infer Stem}_other`
    ? Stem
    : never
  : never;

/** The sentence for that many; the count, written for people, is its first substitution. */
export function plural(stem: Plural, count: number, ...substitutions: string[]): string {
  const category = new Intl.PluralRules(textLanguage()).select(count);
  const shown = new Intl.NumberFormat(language()).format(count);
  return (
    optionalText(`${stem}_${category}`, shown, ...substitutions) ??
    text(`${stem}_other`, shown, ...substitutions)
  );
}
