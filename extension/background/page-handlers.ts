/** What content scripts may ask for. */
import type { LiveFigures } from '../shared/answers.ts';
import type { CountedExchange } from '../shared/exchange.ts';
import type { PageMessage } from '../shared/messages.ts';
import { siteAt } from '../shared/site-facts.ts';
import type { SiteId } from '../sites/records.ts';
import { tellAlerts } from './alerts.ts';
import { showHealth } from './badge.ts';
import { worstOf } from './budgets.ts';
import { recordExchange, weighOpen } from './ledger.ts';
import type { Handlers, Sender } from './messages.ts';
import { saveOpen, takeOpen } from './open-answers.ts';
import { saveProgress } from './progress.ts';
import { notingRoom } from './room.ts';
import { changeCounter, pageSettings, readSettings } from './settings.ts';
import { inTurn, type OpenLedger, session, withLedger } from './state.ts';
import { healthKey, refreshBadge } from './tabs.ts';
import { readOverBudget } from './views.ts';

const stored = { isStored: true } as const;

/** Counts nothing without consent: the page may have been open before it was withdrawn. */
async function settingsWithConsent(ledger: OpenLedger) {
  const settings = await readSettings(ledger);
  if (settings.consentedAt === null) throw new Error('no_consent');
  return settings;
}

/** Counts a finished answer, or one whose page is gone. */
export function countExchange(exchange: CountedExchange): Promise<LiveFigures> {
  return withLedger(async (ledger) => {
    const settings = await settingsWithConsent(ledger);
    const recording = { ...ledger, settings };
    const { live, judged } = await notingRoom(() => recordExchange(ledger, exchange, recording));
    // The answer is stored: what is only shown must not make the page tell it again.
    if (judged !== null) void tellAlerts(judged.fresh).catch(() => undefined);
    void refreshBadge().catch(() => undefined);
    return { ...live, overBudget: judged === null ? null : worstOf(judged.verdicts) };
  });
}

function progressed(exchange: CountedExchange, tabId: number): Promise<LiveFigures> {
  return withLedger(async (ledger) => {
    const settings = await settingsWithConsent(ledger);
    // First: what the core refuses could not be counted later either, and is not kept.
    const live = await weighOpen(ledger, exchange, { ...ledger, settings });
    await saveProgress(ledger, exchange, tabId);
    return { ...live, overBudget: await readOverBudget(ledger, settings) };
  });
}

/** Only pages of known sites are heard (messages.ts). */
function siteOf({ origin }: Sender): SiteId {
  const site = siteAt(origin ?? '');
  if (site === null) throw new Error('refused');
  return site;
}

export const pageHandlers: Handlers<PageMessage> = {
  'watch/start': (_, sender) =>
    withLedger(async (ledger) => ({
      salt: ledger.salt,
      page: pageSettings(await readSettings(ledger), siteOf(sender)),
    })),
  'exchange/progressed': ({ exchange }, sender) => progressed(exchange, sender.tab?.id ?? -1),
  'exchange/finished': async ({ exchange }) => ({ ...stored, ...(await countExchange(exchange)) }),
  'open/saved': async ({ fingerprint }) => {
    await inTurn(() => saveOpen(session, fingerprint, Date.now()));
    return stored;
  },
  'open/take': async ({ conversation }) => ({
    fingerprint: await inTurn(() => takeOpen(session, conversation, Date.now())),
  }),
  'health/changed': async ({ health }, sender) => {
    const tabId = sender.tab?.id;
    if (tabId === undefined) return stored;
    await chrome.storage.session.set({ [healthKey(tabId)]: health });
    await showHealth(tabId, health);
    return stored;
  },
  'counter/changed': ({ place, isCollapsed, isHidden }, sender) =>
    withLedger(async (ledger) => {
      const change = { counterPlace: place, isCounterCollapsed: isCollapsed, isHidden };
      await changeCounter(ledger, { ...change, site: siteOf(sender) });
      return stored;
    }),
};
