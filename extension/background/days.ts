/** Days are the truth of the ledger; months and years are derived from them. */
import type { StoredDay, StoredTotals } from '../../web/core/contracts.ts';
import { GrammeError } from '../../web/core/error.ts';
import { type Ledger, readItems, readKept, repair } from './kept.ts';
import { dateOf, periodKey } from './storage.ts';

const DAYS = Array.from({ length: 31 }, (_, index) => String(index + 1).padStart(2, '0'));
const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

export const daysOf = (month: string): string[] => DAYS.map((day) => `${month}-${day}`);
export const monthsOf = (year: string): string[] => MONTHS.map((month) => `${year}-${month}`);

/** True when the core takes it; what else may go wrong is not the record's fault. */
function isTaken(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (error instanceof GrammeError) return false;
    throw error;
  }
}

/** True for an unaltered day of that date. */
export function isSoundDay({ gramme }: Ledger, date: string, value: unknown): value is StoredDay {
  const day = value as StoredDay;
  return isTaken(() => gramme.merge({ days: [day] })) && day.date === date;
}

/** The stored day, restored when it was damaged; null when nothing is kept of it. */
export async function readDay(ledger: Ledger, date: string): Promise<StoredDay | null> {
  const isSound = (value: unknown) => isSoundDay(ledger, date, value);
  const found = await readKept(ledger, periodKey('day', date), isSound);
  if (found === undefined) return null;
  return ledger.compared.has(date) ? (found as StoredDay) : broughtUp(ledger, found as StoredDay);
}

/**
 * A store that lost its last writes gives back an older day, unaltered: the copy, which follows
 * each write, then knows more. Compared once while a worker runs.
 */
async function broughtUp(ledger: Ledger, day: StoredDay): Promise<StoredDay> {
  const key = periodKey('day', day.date);
  const copy = await ledger.mirror.read(key);
  ledger.compared.add(day.date);
  if (copy === undefined || !isSoundDay(ledger, day.date, copy)) return day;
  const merged = ledger.gramme.merge({ days: [day, copy] });
  if (merged.isUnchanged) return day;
  await repair(ledger, { key, bad: undefined, good: merged.day });
  return merged.day;
}

/** Days that were just changed and are not stored yet, by date. */
export type FreshDays = ReadonlyMap<string, StoredDay>;

/** Stored days as they lie there, unchecked; those that were just changed are handed in. */
async function rawDays(
  { area }: Ledger,
  dates: readonly string[],
  fresh: FreshDays = new Map(),
): Promise<Map<string, StoredDay>> {
  const stored = await readItems(
    area,
    dates.map((date) => periodKey('day', date)),
  );
  const found = dates.map((date) => [date, fresh.get(date) ?? stored[periodKey('day', date)]]);
  return new Map(found.filter(([, day]) => day !== undefined) as [string, StoredDay][]);
}

/** All days of these dates that are sound, in order; damaged ones are restored or put aside. */
export async function readDays(ledger: Ledger, dates: readonly string[]): Promise<StoredDay[]> {
  const days: StoredDay[] = [];
  for (const [date, found] of await rawDays(ledger, dates)) {
    const day = isSoundDay(ledger, date, found) ? found : await readDay(ledger, date);
    if (day !== null) days.push(day);
  }
  return days;
}

/** A month worked out from its days: all at once, and one by one where that is refused. */
export async function deriveMonth(
  ledger: Ledger,
  month: string,
  fresh: FreshDays = new Map(),
): Promise<StoredTotals> {
  const derive = (parts: StoredDay[]) =>
    ledger.gramme.derive({ range: 'month', date: month, parts });
  const found = await rawDays(ledger, daysOf(month), fresh);
  try {
    return derive([...found.values()]);
  } catch (error) {
    if (!(error instanceof GrammeError)) throw error;
  }
  const others = daysOf(month).filter((date) => !fresh.has(date));
  const own = [...fresh].filter(([date]) => dateOf('month', date) === month);
  return derive([...(await readDays(ledger, others)), ...own.map(([, day]) => day)]);
}

/** The stored month when it is sound, else worked out again. */
async function readMonth(ledger: Ledger, month: string): Promise<StoredTotals | null> {
  const key = periodKey('month', month);
  const stored = (await readItems(ledger.area, [key]))[key] as StoredTotals | undefined;
  if (stored === undefined) return null;
  const isSound = isTaken(() =>
    ledger.gramme.rollUp({ range: 'month', date: month, parts: [stored] }),
  );
  return isSound ? stored : deriveMonth(ledger, month);
}

/** A year worked out from its months; those that were just changed are handed in. */
export async function deriveYear(
  ledger: Ledger,
  year: string,
  fresh: ReadonlyMap<string, StoredTotals> = new Map(),
): Promise<StoredTotals> {
  const parts: StoredTotals[] = [];
  for (const month of monthsOf(year)) {
    const totals = fresh.get(month) ?? (await readMonth(ledger, month));
    if (totals !== null) parts.push(totals);
  }
  return ledger.gramme.derive({ range: 'year', date: year, parts });
}

/** Everything to be written when these days have changed: themselves, their months and years. */
export async function itemsOf(ledger: Ledger, days: FreshDays): Promise<Record<string, unknown>> {
  const months = new Map<string, StoredTotals>();
  for (const month of new Set([...days.keys()].map((date) => dateOf('month', date)))) {
    months.set(month, await deriveMonth(ledger, month, days));
  }
  const items: Record<string, unknown> = {};
  for (const [date, day] of days) items[periodKey('day', date)] = day;
  for (const [month, totals] of months) items[periodKey('month', month)] = totals;
  for (const year of new Set([...months.keys()].map((month) => dateOf('year', month)))) {
    items[periodKey('year', year)] = await deriveYear(ledger, year, months);
  }
  return items;
}
