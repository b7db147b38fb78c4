/** Looks the whole ledger over: what is damaged or missing comes back, totals are derived again. */
import type { StoredTotals } from '../../web/core/contracts.ts';
import { deriveMonth, deriveYear, readDay } from './days.ts';
import { type Ledger, readItems } from './kept.ts';
import { dateOf, datesIn, periodKey } from './storage.ts';

type Turn = <T>(task: () => Promise<T>) => Promise<T>;

/** Dates of all days that either copy has. */
export async function keptDates({ area, mirror }: Ledger): Promise<string[]> {
  const copied = await mirror.keys();
  const stored = await area.keys().catch(() => copied);
  return [...new Set([...datesIn(stored, 'day'), ...datesIn(copied, 'day')])].sort();
}

const isEqual = (a: unknown, b: StoredTotals) =>
  (a as StoredTotals | undefined)?.checksum === b.checksum;

/** Writes totals where they are not what their parts add up to. */
async function correct({ area }: Ledger, key: string, totals: StoredTotals): Promise<void> {
  const stored = (await readItems(area, [key]))[key];
  if (!isEqual(stored, totals)) await area.set({ [key]: totals });
}

/** Days of one month are restored where they have to be, then the month is derived. */
async function checkMonth(ledger: Ledger, month: string, dates: readonly string[]): Promise<void> {
  for (const date of dates) {
    ledger.compared.delete(date);
    await readDay(ledger, date);
  }
  await correct(ledger, periodKey('month', month), await deriveMonth(ledger, month));
}

function grouped(dates: readonly string[]): Map<string, string[]> {
  const months = new Map<string, string[]>();
  for (const date of dates) {
    const month = dateOf('month', date);
    months.set(month, [...(months.get(month) ?? []), date]);
  }
  return months;
}

/** A month at a time in turn, so that counting goes on in between. */
export async function checkLedger(ledger: Ledger, inTurn: Turn): Promise<void> {
  const months = grouped(await inTurn(() => keptDates(ledger)));
  for (const [month, dates] of months) await inTurn(() => checkMonth(ledger, month, dates));
  for (const year of new Set([...months.keys()].map((month) => dateOf('year', month)))) {
    await inTurn(async () =>
      correct(ledger, periodKey('year', year), await deriveYear(ledger, year)),
    );
  }
}
