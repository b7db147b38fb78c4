/** Language and theme, as chosen here before; else the browser's. */
import { printLight, type Theme, useTheme } from '../../look/theme.ts';
import { type Messages, sentenceOf, speakWith, textLanguage } from '../../words/words.ts';
import type { Route } from './routes.ts';

export interface Appearance {
  language: 'auto' | 'en' | 'fr';
  theme: Theme;
}

const KEY = 'gramme-appearance';
const automatic: Appearance = { language: 'auto', theme: 'auto' };

let chosen: Appearance = automatic;
let messages: Messages = {};
/** Pages whose words are there, in the language they are there in. */
let loaded = new Set<string>();

const own = () => navigator.language || 'en';

speakWith({
  language: () =>
    chosen.language === 'auto' || own().startsWith(chosen.language) ? own() : chosen.language,
  find: (key, substitutions) => sentenceOf(messages, key, substitutions),
});

function remembered(): Appearance {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Appearance>;
    return {
      language: kept.language === 'en' || kept.language === 'fr' ? kept.language : 'auto',
      theme: kept.theme === 'light' || kept.theme === 'dark' ? kept.theme : 'auto',
    };
  } catch {
    return automatic;
  }
}

async function loadShared(): Promise<void> {
  const [shared, shell] =
    textLanguage() === 'fr'
      ? await Promise.all([import('../../words/fr.json'), import('../words/fr.json')])
      : await Promise.all([import('../../words/en.json'), import('../words/en.json')]);
  messages = { ...(shared.default as Messages), ...(shell.default as Messages) };
  loaded = new Set();
  document.documentElement.lang = textLanguage();
}

/** The words of a page, in the language that is read. */
export async function loadWords({ id, words }: Route): Promise<void> {
  if (loaded.has(id)) return;
  const added = await words[textLanguage()]();
  messages = { ...messages, ...added };
  loaded.add(id);
}

export const appearance = (): Appearance => chosen;

/** First of all: what was chosen before. */
export async function startWords(): Promise<void> {
  chosen = remembered();
  useTheme(chosen.theme);
  printLight(() => chosen.theme);
  await loadShared();
}

/** From here on; remembered where the browser lets it. */
export async function changeAppearance(change: Partial<Appearance>): Promise<void> {
  chosen = { ...chosen, ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(chosen));
  } catch {
    // Without storage the choice holds as long as the page is open.
  }
  useTheme(chosen.theme);
  if (change.language !== undefined) await loadShared();
}
