import type { MeterLanguage } from './meter-contracts.ts';

/** The language around an element, through the roots it stands in; else the browser's. */
function languageAround(element: Element): string {
  const holder = element.closest('[lang]:not([lang=""])');
  if (holder !== null) return holder.getAttribute('lang') ?? '';
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? languageAround(root.host) : navigator.language;
}

/** A language that numbers can be written in, or English. */
function known(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** The language an element speaks: the chosen one, with the country of the page's where it has it. */
export function languageOf(element: Element, chosen: MeterLanguage): string {
  const around = known(languageAround(element));
  const isChosen = chosen === 'en' || chosen === 'fr';
  return isChosen && !around.startsWith(chosen) ? chosen : around;
}
