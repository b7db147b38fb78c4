/** Brings the days of a file into the ledger; doing it again changes nothing. */
import type { MergedDay, StoredDay } from '../../web/core/contracts.ts';
import { GrammeError } from '../../web/core/error.ts';
import type { ImportReport } from '../shared/answers.ts';
import { localDate } from '../shared/dates.ts';
import { itemsOf, readDay } from './days.ts';
import { hasOnlyNames } from './import-day.ts';
import { type ImportFile, readImportFile } from './import-file.ts';
import { copyDays, type Ledger, readItems, writeKept } from './kept.ts';
import { originDays } from './origin.ts';
import { dateOf } from './storage.ts';

const MOST_PROBLEMS = 20;
const ORIGIN_DATE = 'originDate';

interface Change extends MergedDay {
  isNew: boolean;
  requestsBefore: number;
}

interface Plan {
  changes: Map<string, Change>;
  problems: string[];
  kind: ImportReport['kind'];
  /** Where what has no date goes: the same day at every import. */
  originDate: string;
}

async function originDateOf(ledger: Ledger): Promise<string> {
  const { [ORIGIN_DATE]: stored } = await readItems(ledger.area, [ORIGIN_DATE]);
  return typeof stored === 'string' ? stored : localDate(ledger.now());
}

/** The days of a file by date; of two with the same date, both. */
function daysIn(ledger: Ledger, file: ImportFile, originDate: string): unknown[] {
  return file.kind === 'gramme'
    ? file.days
    : [...originDays(ledger, file.origin, originDate).values()];
}

async function planDay(ledger: Ledger, plan: Plan, day: StoredDay): Promise<void> {
  const planned = plan.changes.get(day.date);
  const stored = planned?.day ?? (await readDay(ledger, day.date));
  const merge = (days: StoredDay[]) => ledger.gramme.merge({ days });
  const merged = merge(stored === null ? [day] : [stored, day]);
  const before = planned?.requestsBefore ?? (stored === null ? 0 : merge([stored]).requests);
  const isUnchanged = stored !== null && merged.isUnchanged && (planned?.isUnchanged ?? true);
  const isNew = planned?.isNew ?? stored === null;
  plan.changes.set(day.date, { ...merged, isUnchanged, isNew, requestsBefore: before });
}

/** What went wrong with a day, in one line: its date if it has one, and the core's code. */
function problemOf(day: unknown, error: unknown): string {
  if (!(error instanceof GrammeError)) throw error;
  const { date } = (day ?? {}) as Partial<StoredDay>;
  const shown = typeof date === 'string' ? date.slice(0, 10) : '?';
  return `${shown}: ${error.code}`;
}

async function planImport(ledger: Ledger, text: string): Promise<Plan> {
  const file = readImportFile(text);
  const originDate = await originDateOf(ledger);
  const plan: Plan = { changes: new Map(), problems: [], kind: file.kind, originDate };
  for (const day of daysIn(ledger, file, originDate)) {
    try {
      // A first reading alone: a damaged day must not count as the user's own damage.
      ledger.gramme.merge({ days: [day as StoredDay] });
      if (!hasOnlyNames(day)) throw new GrammeError('out_of_range', '', 'words instead of names');
      await planDay(ledger, plan, day as StoredDay);
    } catch (error) {
      plan.problems.push(problemOf(day, error));
    }
  }
  return plan;
}

function reportOf({ changes, problems, kind }: Plan): ImportReport {
  const days = [...changes.values()];
  const dates = [...changes.keys()].sort();
  const sum = (count: (change: Change) => number) =>
    days.reduce((total, change) => total + count(change), 0);
  return {
    kind,
    newDays: days.filter(({ isNew }) => isNew).length,
    changedDays: days.filter(({ isNew, isUnchanged }) => !isNew && !isUnchanged).length,
    sameDays: days.filter(({ isUnchanged }) => isUnchanged).length,
    requestsBefore: sum(({ requestsBefore }) => requestsBefore),
    requestsAfter: sum(({ requests }) => requests),
    firstDate: dates[0] ?? null,
    lastDate: dates.at(-1) ?? null,
    problems: problems.slice(0, MOST_PROBLEMS),
  };
}

/** What an import would do. */
export async function previewImport(ledger: Ledger, text: string): Promise<ImportReport> {
  return reportOf(await planImport(ledger, text));
}

/** Writes a month at a time with its totals: stopped in between, the next import goes on. */
export async function applyImport(ledger: Ledger, text: string): Promise<ImportReport> {
  const plan = await planImport(ledger, text);
  const changed = [...plan.changes.values()].filter(({ isUnchanged }) => !isUnchanged);
  const months = new Set(changed.map(({ day }) => dateOf('month', day.date)));
  if (plan.kind === 'origin') await ledger.area.set({ [ORIGIN_DATE]: plan.originDate });
  for (const month of [...months].sort()) {
    const own = changed.filter(({ day }) => dateOf('month', day.date) === month);
    const items = await itemsOf(ledger, new Map(own.map(({ day }) => [day.date, day])));
    await writeKept(ledger.area, items);
    await copyDays(ledger, items);
  }
  return reportOf(plan);
}
