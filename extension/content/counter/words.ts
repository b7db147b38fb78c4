/** The counter's own words: content scripts reach no file of _locales, so these few come along. */
import * as sharedEnglish from '../../../web/words/en.json';
import * as sharedFrench from '../../../web/words/fr.json';
import * as en from '../../_locales/en/messages.json';
import * as fr from '../../_locales/fr/messages.json';
import type { Settings } from '../../shared/settings.ts';

// Each message is named here, so that the bundle holds these and no others.
const english = {
  region: en.counter_region.message,
  move: en.counter_move.message,
  fold: en.counter_fold.message,
  unfold: en.counter_unfold.message,
  menu: en.counter_menu.message,
  answer: en.counter_answer.message,
  conversation: en.counter_conversation.message,
  tokens: sharedEnglish.tokens.message,
  energy: sharedEnglish.energy.message,
  topLeft: en.counter_top_left.message,
  topRight: en.counter_top_right.message,
  bottomLeft: en.counter_bottom_left.message,
  bottomRight: en.counter_bottom_right.message,
  hide: en.counter_hide.message,
  hideNote: en.counter_hide_note.message,
  over: en.counter_over.message,
  day: sharedEnglish.range_day.message,
  month: sharedEnglish.range_month.message,
  year: sharedEnglish.range_year.message,
};

const french: typeof english = {
  region: fr.counter_region.message,
  move: fr.counter_move.message,
  fold: fr.counter_fold.message,
  unfold: fr.counter_unfold.message,
  menu: fr.counter_menu.message,
  answer: fr.counter_answer.message,
  conversation: fr.counter_conversation.message,
  tokens: sharedFrench.tokens.message,
  energy: sharedFrench.energy.message,
  topLeft: fr.counter_top_left.message,
  topRight: fr.counter_top_right.message,
  bottomLeft: fr.counter_bottom_left.message,
  bottomRight: fr.counter_bottom_right.message,
  hide: fr.counter_hide.message,
  hideNote: fr.counter_hide_note.message,
  over: fr.counter_over.message,
  day: sharedFrench.range_day.message,
  month: sharedFrench.range_month.message,
  year: sharedFrench.range_year.message,
};

export interface Words {
  words: typeof english;
  /** For numbers, and for assistive technology. */
  locale: string;
}

/** Words in the language that was chosen, or the browser's. */
export function wordsIn(language: Settings['language']): Words {
  const own = language === 'auto' ? chrome.i18n.getUILanguage() : language;
  return { words: own.startsWith('fr') ? french : english, locale: own };
}

/** A sentence with its substitutions. */
export function filled(sentence: string, ...substitutions: string[]): string {
  return sentence.replace(/\$(\d)/g, (_, place) => substitutions[Number(place) - 1] ?? '');
}
