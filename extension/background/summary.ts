import type { PeriodKind } from '../../web/core/contracts.ts';
import type { Summary } from '../shared/answers.ts';
import { localDate } from '../shared/dates.ts';
import type { Health } from '../sites/records.ts';
import { readOrEmpty } from './periods.ts';
import { engine, inTurn, readSettings } from './state.ts';

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
  const read = (kind: PeriodKind) =>
    inTurn(() => readOrEmpty(gramme, chrome.storage.local, { kind, day: today }));
  const [day, month, year] = [await read('day'), await read('month'), await read('year')];
  const { quarantined } = await chrome.storage.local.get('quarantined');
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
    hasQuarantine: quarantined === true,
  };
}
