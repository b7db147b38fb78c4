import { safeParse } from 'valibot';
import type { Period } from '../../web/core/contracts.ts';
import type { Gramme } from '../../web/core/gramme-contracts.ts';
import { localDate } from '../shared/dates.ts';
import { loadOwnCore } from '../shared/own-core.ts';
import { defaultSettings, type Settings, settingsSchema } from '../shared/settings.ts';
import { showToday } from './badge.ts';
import { newQueue, periodKey } from './storage.ts';

/** One queue for everything that reads, changes and writes storage. */
export const inTurn = newQueue();

let loading: Promise<Gramme> | null = null;

/** The worker's own core, started on first use. */
export function engine(): Promise<Gramme> {
  loading ??= loadOwnCore().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

/** A random secret of this installation: hashes that are kept mean nothing elsewhere. */
export function readSalt(): Promise<string> {
  return inTurn(async () => {
    const { salt } = await chrome.storage.local.get('salt');
    if (typeof salt === 'string' && salt.length > 0) return salt;
    const fresh = crypto.randomUUID();
    await chrome.storage.local.set({ salt: fresh, schema: 1 });
    return fresh;
  });
}

export async function readSettings(): Promise<Settings> {
  const { settings } = await chrome.storage.local.get('settings');
  const parsed = safeParse(settingsSchema, settings);
  return parsed.success ? parsed.output : defaultSettings;
}

/** Brings the badge up to date with what is stored. */
export async function refreshBadge(): Promise<void> {
  const key = periodKey('day', localDate(Date.now()));
  const stored = await chrome.storage.local.get(key);
  const day = (stored[key] as Period | undefined) ?? null;
  await showToday(day, await readSettings());
}
