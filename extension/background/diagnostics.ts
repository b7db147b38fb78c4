/** What can be told of a tab when nothing seems to be counted. Nothing of what was said in it. */
import * as v from 'valibot';
import type { Diagnostics } from '../shared/answers.ts';
import { countingPort } from '../shared/messages.ts';
import type { SiteId } from '../sites/records.ts';
import { readSettings } from './settings.ts';
import { grantedSites } from './sites.ts';
import { type OpenLedger, session } from './state.ts';
import { reportStorage } from './storage-report.ts';
import { lastKey, readHealth } from './tabs.ts';

const lastSchema = v.object({
  at: v.number(),
  type: v.string(),
  lastCountAt: v.nullable(v.number()),
});
type Last = v.InferOutput<typeof lastSchema>;

const NOTHING: Last = { at: 0, type: '', lastCountAt: null };

async function readLast(tabId: number): Promise<Last> {
  const key = lastKey(tabId);
  const parsed = v.safeParse(lastSchema, (await session.get([key]))[key]);
  return parsed.success ? parsed.output : NOTHING;
}

/** What this worker noted last of each tab: the same again is noted now and then. */
const noted = new Map<number, Last>();
const NOTE_MS = 10_000;

/** Notes that a tab was heard from. */
export async function noteMessage(tabId: number, type: string): Promise<void> {
  const now = Date.now();
  const recent = noted.get(tabId);
  if (recent?.type === type && now - recent.at < NOTE_MS) return;
  const last = await readLast(tabId);
  const lastCountAt = type === countingPort ? now : last.lastCountAt;
  const note = { at: now, type, lastCountAt };
  noted.set(tabId, note);
  await session.set({ [lastKey(tabId)]: note });
}

async function readTab(tabId: number): Promise<Diagnostics['tab']> {
  const { at, type, lastCountAt } = await readLast(tabId);
  return {
    health: await readHealth(tabId),
    lastMessageAt: at === 0 ? null : at,
    lastMessageType: type === '' ? null : type,
    lastCountAt,
  };
}

/** Everything a bug report needs, and no text, address or id of a chat. */
export async function readDiagnostics(
  ledger: OpenLedger,
  tabId: number | null,
): Promise<Diagnostics> {
  const { consentedAt } = await readSettings(ledger);
  return {
    extensionVersion: chrome.runtime.getManifest().version,
    browser: navigator.userAgent,
    methodology: ledger.gramme.version().methodology,
    hasConsent: consentedAt !== null,
    sites: (await grantedSites()) as SiteId[],
    tab: tabId === null ? null : await readTab(tabId),
    storage: await reportStorage(ledger, chrome.storage.local.QUOTA_BYTES),
  };
}
