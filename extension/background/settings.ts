import type { PageSettings } from '../shared/answers.ts';
import { type Settings, settingsFrom } from '../shared/settings.ts';
import type { SiteId } from '../sites/records.ts';
import { weighingOf } from './answer.ts';
import { type Ledger, readKept } from './kept.ts';

const SETTINGS = 'settings';

const isRecord = (value: unknown) => typeof value === 'object' && value !== null;

export async function readSettings(ledger: Ledger): Promise<Settings> {
  return settingsFrom(await readKept(ledger, SETTINGS, isRecord));
}

/** Throws GrammeError when the core does not know a region or method: they would stop counting. */
export async function writeSettings(ledger: Ledger, settings: Settings): Promise<void> {
  ledger.gramme.estimate({ site: 'chatgpt', outputTokens: 1, ...weighingOf(settings) });
  await ledger.area.set({ [SETTINGS]: settings });
  await ledger.mirror.write({ [SETTINGS]: settings });
}

/** What a content script on that site is told. */
export function pageSettings(settings: Settings, site: SiteId): PageSettings {
  const { language, theme, isCounterCollapsed, counterPlace, hasBudgetReminder } = settings;
  return {
    language,
    theme,
    isCounterCollapsed,
    counterPlace,
    hasBudgetReminder,
    hasConsent: settings.consentedAt !== null,
    isCounterShown: settings.isCounterShown && !settings.counterHiddenOn.includes(site),
  };
}

/** Where the in-page counter stands now, and whether it was put away on that site. */
export interface CounterChange extends Pick<Settings, 'isCounterCollapsed' | 'counterPlace'> {
  isHidden: boolean;
  site: SiteId;
}

export async function changeCounter(ledger: Ledger, change: CounterChange): Promise<void> {
  const { isHidden, site, ...counter } = change;
  const settings = await readSettings(ledger);
  const others = settings.counterHiddenOn.filter((hidden) => hidden !== site);
  const counterHiddenOn = isHidden ? [...others, site] : others;
  await writeSettings(ledger, { ...settings, ...counter, counterHiddenOn });
}
