/** Everything people read comes from _locales, through this file. */

/** Keys of _locales/en/messages.json; French has the same ones (a test compares them). */
export type TextKey = keyof typeof import('../_locales/en/messages.json');

/** The language of the browser: for numbers and dates. */
export const language = (): string => chrome.i18n.getUILanguage();

/** The sentence of that key with its substitutions. */
export function text(key: TextKey, ...substitutions: string[]): string {
  return chrome.i18n.getMessage(key, substitutions);
}

/** A sentence that may be missing, such as the one about a code a newer core gives. */
export function optionalText(key: string, ...substitutions: string[]): string | null {
  return chrome.i18n.getMessage(key, substitutions) || null;
}

type Plural = TextKey extends infer Key
  ? Key extends `${infer Stem}_other`
    ? Stem
    : never
  : never;

/** The sentence for that many; the count, written for people, is its first substitution. */
export function plural(stem: Plural, count: number, ...substitutions: string[]): string {
  const category = new Intl.PluralRules(text('language')).select(count);
  const shown = new Intl.NumberFormat(language()).format(count);
  return (
    optionalText(`${stem}_${category}`, shown, ...substitutions) ??
    text(`${stem}_other`, shown, ...substitutions)
  );
}
