/** What is done now and then, and when the browser starts: nothing that counting waits for. */
import { forgetSums } from './context.ts';
import { countExchange } from './page-handlers.ts';
import { forgottenProgress } from './progress.ts';
import { forgetSeen } from './seen.ts';
import { alignSites } from './sites.ts';
import { checkAll, withLedger } from './state.ts';
import { refreshBadge } from './tabs.ts';

const TIDY = 'tidy';
const EVERY_MINUTES = 5;

/** Counts what was being written on pages that are gone. */
async function closeForgotten(isTabOpen: (tabId: number) => boolean): Promise<void> {
  const forgotten = await withLedger((ledger) => forgottenProgress(ledger, isTabOpen));
  await doAll(forgotten.map((exchange) => () => countExchange(exchange)));
}

async function closeOfGoneTabs(): Promise<void> {
  const open = new Set((await chrome.tabs.query({})).map(({ id }) => id));
  await closeForgotten((tabId) => open.has(tabId));
}

/** One that fails does not keep the others from being done. */
async function doAll(tasks: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const task of tasks) await task().catch(() => undefined);
}

/** A tab was closed: its answer ends as far as it was told. */
export const onTabGone = (): Promise<void> => doAll([closeOfGoneTabs]);

/** The browser has started or the extension was updated: tabs of before are gone. */
export const onBegin = (): Promise<void> =>
  doAll([() => closeForgotten(() => false), alignSites, refreshBadge, checkAll]);

export function onAlarm({ name }: chrome.alarms.Alarm): Promise<void> {
  if (name !== TIDY) return Promise.resolve();
  return doAll([
    closeOfGoneTabs,
    () => withLedger(({ area }) => forgetSeen(area)),
    () => withLedger(({ area }) => forgetSums(area)),
    refreshBadge,
  ]);
}

/** Alarms may be lost with the browser: asked for whenever the worker starts. */
export async function askForAlarm(): Promise<void> {
  const known = await chrome.alarms.get(TIDY);
  if (known === undefined) await chrome.alarms.create(TIDY, { periodInMinutes: EVERY_MINUTES });
}
