/** What every page does first: language, theme, title, then its one element. */
import { printLight, useTheme } from '../../web/look/theme.ts';
import { ask } from '../shared/ask.ts';
import type { Settings } from '../shared/settings.ts';
import { type TextKey, text, textLanguage, useLanguage } from '../shared/text.ts';

type Appearance = Pick<Settings, 'language' | 'theme'>;

/** Known before the background answers: a page must not change its colours while it opens. */
const KEY = 'appearance';
const automatic: Appearance = { language: 'auto', theme: 'auto' };

function remembered(): Appearance {
  try {
    return { ...automatic, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Appearance) };
  } catch {
    return automatic;
  }
}

interface PageName {
  /** Name of the page's custom element. */
  element: string;
  title: TextKey;
}

async function show({ element, title }: PageName, appearance: Appearance): Promise<void> {
  useTheme(appearance.theme);
  await useLanguage(appearance.language);
  document.documentElement.lang = textLanguage();
  document.title = title === 'name' ? text('name') : text('title_of_page', text(title));
  document.querySelector(element)?.remove();
  document.body.append(document.createElement(element));
}

let current: PageName | null = null;

/** Shows the page anew when its language or theme is another than before. */
export async function follow({ language, theme }: Appearance): Promise<void> {
  const before = remembered();
  localStorage.setItem(KEY, JSON.stringify({ language, theme }));
  useTheme(theme);
  if (language !== before.language && current !== null) await show(current, { language, theme });
}

/** Shows a page; settings that were changed elsewhere are caught up with. */
export async function startPage(page: PageName): Promise<void> {
  current = page;
  printLight(() => remembered().theme);
  await show(page, remembered());
  const settings = await ask({ type: 'settings/read' }).catch(() => null);
  if (settings !== null) await follow(settings);
}
