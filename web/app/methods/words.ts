import { wordsOf } from '../../words/words.ts';

export const { text, plural } = wordsOf<typeof import('./words/en.json')>();
