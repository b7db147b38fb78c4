/**
 * Words in the language of whoever reads them. What pages of every kind say stands in en.json and
 * fr.json beside this file; a page adds words of its own and says where all of them are found.
 */

/** Keys of en.json; French has the same ones (a test compares them). */
export type SharedKey = keyof typeof import('./en.json');

/** As Chrome's own files of messages have them: "$1" is the first substitution. */
export type Messages = Partial<Record<string, { message: string }>>;

export interface Speech {
  /** The language of numbers and dates. */
  language(): string;
  /** A sentence with its substitutions; null where there is none of that key. */
  find(key: string, substitutions: string[]): string | null;
}

let speech: Speech = { language: () => 'en', find: () => null };

/** From here on everything reads as that says. */
export function speakWith(next: Speech): void {
  speech = next;
}

/** The language of numbers and dates. */
export const language = (): string => speech.language();

/** The language of sentences: French where numbers are French, else English. */
export const textLanguage = (): 'en' | 'fr' => (language().startsWith('fr') ? 'fr' : 'en');

/** A sentence that may be missing, such as the one about a code a newer core gives. */
export const optionalText = (key: string, ...substitutions: string[]): string | null =>
  speech.find(key, substitutions);

/** Sentences for one and for more, by what they have in common. */
export type PluralOf<Key> = Key extends `${infer Stem}_other` ? Stem : never;

function pluralText(stem: string, count: number, ...substitutions: string[]): string {
  const category = new Intl.PluralRules(textLanguage()).select(count);
  const shown = new Intl.NumberFormat(language()).format(count);
  return (
    optionalText(`${stem}_${category}`, shown, ...substitutions) ??
    optionalText(`${stem}_other`, shown, ...substitutions) ??
    ''
  );
}

/** The words of a page: the shared ones, and those of a file of its own (`typeof import('./en.json')`). */
export interface Words<Own> {
  /** The sentence of that key with its substitutions. */
  text(key: SharedKey | keyof Own, ...substitutions: string[]): string;
  /** The sentence for that many; the count, written for people, is its first substitution. */
  plural(stem: PluralOf<SharedKey | keyof Own>, count: number, ...substitutions: string[]): string;
}

export function wordsOf<Own>(): Words<Own> {
  return {
    text: (key, ...substitutions) => optionalText(String(key), ...substitutions) ?? '',
    plural: pluralText,
  };
}

/** The shared words alone. */
export const { text, plural } = wordsOf<object>();

/** A sentence of loaded messages. */
export function sentenceOf(
  messages: Messages,
  key: string,
  substitutions: string[],
): string | null {
  const found = Object.hasOwn(messages, key) ? messages[key] : undefined;
  if (found === undefined) return null;
  return found.message.replace(/\$(\d)/g, (_, place) => substitutions[Number(place) - 1] ?? '');
}
