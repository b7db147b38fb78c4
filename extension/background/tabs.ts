/** What the toolbar shows, for all tabs and for each. */
import { useLanguage } from '../shared/text.ts';
import type { Health } from '../sites/records.ts';
import { badgeOf, showBadge } from './badge.ts';
import { readSettings } from './settings.ts';
import { session, withLedger } from './state.ts';
import { readToday } from './views.ts';

export const healthKey = (tabId: number): string => `tab:${tabId}`;
export const lastKey = (tabId: number): string => `last:${tabId}`;

export async function readHealth(tabId: number): Promise<Health | null> {
  const key = healthKey(tabId);
  return ((await session.get([key]))[key] as Health | undefined) ?? null;
}

/** What session storage has of a tab that was closed. */
export const forgetTab = (tabId: number): Promise<void> =>
  session.remove([healthKey(tabId), lastKey(tabId)]);

/** Brings the badge up to date with what is stored. */
export async function refreshBadge(): Promise<void> {
  const badge = await withLedger(async (ledger) => {
    const settings = await readSettings(ledger);
    await useLanguage(settings.language);
    const { day, over } = await readToday(ledger, settings);
    return badgeOf(day, settings, over);
  });
  await showBadge(badge);
}
