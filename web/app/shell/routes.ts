import type { Messages } from '../../words/words.ts';

type Load = () => Promise<unknown>;

/** A page of the app: its address is `#/ID`. */
export interface Route {
  id: 'calculator' | 'compare' | 'data' | 'decide' | 'methods';
  /** Name of its custom element. */
  element: string;
  load: Load;
  words: Record<'en' | 'fr', () => Promise<Messages>>;
}

const messages = async (module: Promise<{ default: Messages }>): Promise<Messages> =>
  (await module).default;

/** Every page: one line in the head, one entry here. The first is the start. */
export const ROUTES: readonly [Route, ...Route[]] = [
  {
    id: 'calculator',
    element: 'calculator-page',
    load: () => import('../calculator/calculator-page.ts'),
    words: {
      en: () => messages(import('../calculator/words/en.json')),
      fr: () => messages(import('../calculator/words/fr.json')),
    },
  },
  {
    id: 'compare',
    element: 'compare-page',
    load: () => import('../compare/compare-page.ts'),
    words: {
      en: () => messages(import('../compare/words/en.json')),
      fr: () => messages(import('../compare/words/fr.json')),
    },
  },
  {
    id: 'data',
    element: 'data-page',
    load: () => import('../data/data-page.ts'),
    words: {
      en: () => messages(import('../data/words/en.json')),
      fr: () => messages(import('../data/words/fr.json')),
    },
  },
  {
    id: 'decide',
    element: 'decide-page',
    load: () => import('../decide/decide-page.ts'),
    words: {
      en: () => messages(import('../decide/words/en.json')),
      fr: () => messages(import('../decide/words/fr.json')),
    },
  },
  {
    id: 'methods',
    element: 'methods-page',
    load: () => import('../methods/methods-page.ts'),
    words: {
      en: () => messages(import('../methods/words/en.json')),
      fr: () => messages(import('../methods/words/fr.json')),
    },
  },
];
