/** What only the extension's own pages may ask for. */
import type { OwnMessage } from '../shared/messages.ts';
import { readDiagnostics } from './diagnostics.ts';
import { exportLedger } from './export.ts';
import { applyImport, previewImport } from './import.ts';
import { dismissNotices } from './kept.ts';
import type { Handlers } from './messages.ts';
import { roomNotices } from './room.ts';
import { readSettings, writeSettings } from './settings.ts';
import { alignSites } from './sites.ts';
import { checkAll, eraseAll, type OpenLedger, withLedger } from './state.ts';
import { reportStorage } from './storage-report.ts';
import { readHealth, refreshBadge } from './tabs.ts';
import { readChoices, readExplanation, readSeries, readSummary } from './views.ts';

const stored = { isStored: true } as const;

/** A change that the badge shows too. */
async function changing(task: (ledger: OpenLedger) => Promise<unknown>): Promise<typeof stored> {
  await withLedger(task);
  void refreshBadge().catch(() => undefined);
  return stored;
}

export const ownHandlers: Handlers<OwnMessage> = {
  'summary/read': async ({ tabId }) => {
    const summary = await withLedger(async (ledger) =>
      readSummary(ledger, await readSettings(ledger)),
    );
    const health = tabId === null ? null : await readHealth(tabId);
    return { ...summary, health, notices: [...summary.notices, ...(await roomNotices())] };
  },
  'series/read': ({ date }) => withLedger((ledger) => readSeries(ledger, date)),
  'explanation/read': () =>
    withLedger(async (ledger) => readExplanation(ledger, await readSettings(ledger))),
  'choices/read': () => withLedger(async (ledger) => readChoices(ledger)),
  'settings/read': () => withLedger(readSettings),
  'settings/write': ({ settings }) => changing((ledger) => writeSettings(ledger, settings)),
  'ledger/export': ({ format }) => withLedger((ledger) => exportLedger(ledger, format)),
  'import/preview': ({ text }) => withLedger((ledger) => previewImport(ledger, text)),
  'import/apply': async ({ text }) => {
    const report = await withLedger((ledger) => applyImport(ledger, text));
    void refreshBadge().catch(() => undefined);
    return report;
  },
  'ledger/erase': async () => {
    await eraseAll();
    void refreshBadge().catch(() => undefined);
    return stored;
  },
  'storage/read': () =>
    withLedger((ledger) => reportStorage(ledger, chrome.storage.local.QUOTA_BYTES)),
  'storage/check': async () => {
    await checkAll();
    return stored;
  },
  'notices/dismiss': () => changing(({ area }) => dismissNotices(area)),
  'diagnostics/read': ({ tabId }) => withLedger((ledger) => readDiagnostics(ledger, tabId)),
  'sites/changed': async () => {
    await alignSites();
    return stored;
  },
};
