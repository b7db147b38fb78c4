/** Brings what earlier versions stored into today's form; stopped anywhere, it can begin again. */
import type { Period, StoredDay } from '../../web/core/contracts.ts';
import { GrammeError } from '../../web/core/error.ts';
import { sumItems, sumsOfVersion1 } from './context.ts';
import { isSoundDay, itemsOf } from './days.ts';
import { copyDays, type Ledger, readItems } from './kept.ts';
import { datesIn, periodKey } from './storage.ts';

export const SCHEMA = 2;
/** Days written at once, so that no write is large. */
const BATCH = 31;

const isOfVersion1 = (value: unknown): value is Period =>
  (value as Period | undefined)?.schema === 1 && (value as Period).range === 'day';

/** The day as a part of this installation, or null when the core refuses it. */
function adopted({ gramme }: Ledger, period: Period, device: string): StoredDay | null {
  try {
    return gramme.adopt({ period, zone: '', device });
  } catch (error) {
    if (error instanceof GrammeError) return null;
    throw error;
  }
}

async function adoptDays(ledger: Ledger, dates: string[], device: string): Promise<void> {
  const stored = await readItems(
    ledger.area,
    dates.map((date) => periodKey('day', date)),
  );
  const days = new Map<string, StoredDay>();
  for (const date of dates) {
    const period = stored[periodKey('day', date)];
    const day = isOfVersion1(period) ? adopted(ledger, period, device) : period;
    // Those of an earlier attempt are there already: their totals are to be derived again.
    if (day !== null && isSoundDay(ledger, date, day)) days.set(date, day);
  }
  if (days.size === 0) return;
  const items = await itemsOf(ledger, days);
  await ledger.area.set(items);
  await copyDays(ledger, items);
}

/** Version 1 kept days, months and years as they are shown; its totals are derived again. */
export async function migrate(ledger: Ledger, device: string): Promise<void> {
  const { schema } = await readItems(ledger.area, ['schema']);
  if (schema === SCHEMA) return;
  const keys = await ledger.area.keys();
  const dates = datesIn(keys, 'day');
  // Totals of version 1 would stand in for months whose days are not converted yet.
  const totals = keys.filter((key) => /^(month|year):/.test(key));
  await ledger.area.remove(totals);
  for (let start = 0; start < dates.length; start += BATCH) {
    await adoptDays(ledger, dates.slice(start, start + BATCH), device);
  }
  const { conversations } = await readItems(ledger.area, ['conversations']);
  await ledger.area.set({ ...sumItems([], sumsOfVersion1(conversations)), schema: SCHEMA });
  await ledger.area.remove(['quarantined', 'conversations']);
}
