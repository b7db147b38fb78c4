import type { Period, PeriodKind } from '../../web/core/contracts.ts';
import { localDate } from '../shared/dates.ts';
import type { Summary } from '../shared/messages.ts';
import type { Health } from '../sites/records.ts';
import { engine, readSettings } from './state.ts';
import { dateOf, periodKey } from './storage.ts';

const KINDS: PeriodKind[] = ['day', 'month', 'year'];

export const healthKey = (tabId: number) => `tab:${tabId}`;

async function readHealth(tabId: number | null): Promise<Health | null> {
  if (tabId === null) return null;
  const key = healthKey(tabId);
  const stored = await chrome.storage.session.get(key);
  return (stored[key] as Health | undefined) ?? null;
}

/** Everything the popup shows; periods without exchanges are empty, not missing. */
export async function readSummary(tabId: number | null): Promise<Summary> {
  const gramme = await engine();
  const today = localDate(Date.now());
  const keys = KINDS.map((kind) => periodKey(kind, dateOf(kind, today)));
  const stored = await chrome.storage.local.get([...keys, 'quarantined']);
  const period = (kind: PeriodKind): Period => {
    const date = dateOf(kind, today);
    const parts = [stored[periodKey(kind, date)]].filter((part) => part !== undefined);
    return gramme.rollUp({ range: kind, date, parts: parts as Period[] });
  };
  const [day, month, year] = [period('day'), period('month'), period('year')];
  const models = new Map(gramme.list('models').map((model) => [model.id, model.name]));
  const modelNames = Object.keys(year.stats.byModel).map((id) => [id, models.get(id) ?? id]);
  return {
    day,
    month,
    year,
    settings: await readSettings(),
    health: await readHealth(tabId),
    modelNames: Object.fromEntries(modelNames),
    methodology: year.rows.at(-1)?.methodology ?? gramme.version().methodology,
    hasQuarantine: stored.quarantined === true,
  };
}
