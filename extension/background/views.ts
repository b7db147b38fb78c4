/** What the extension's pages show, read from the ledger. */
import type { Period, PeriodKind, StoredDay, StoredTotals } from '../../web/core/contracts.ts';
import type { Gramme } from '../../web/core/gramme-contracts.ts';
import type { BudgetVerdict } from '../../web/core/view-contracts.ts';
import type { Choices, Series, Summary, ToldAnswer } from '../shared/answers.ts';
import { localDate } from '../shared/dates.ts';
import type { Settings } from '../shared/settings.ts';
import { answerOf, weighingOf } from './answer.ts';
import { type JudgedPeriods, judge, worstOf } from './budgets.ts';
import { daysOf, deriveMonth, deriveYear, monthsOf, readDay, readDays } from './days.ts';
import { type Ledger, noticesOf } from './kept.ts';
import { readRecent } from './ledger.ts';
import { dateOf, datesIn } from './storage.ts';

const FORECAST_DAYS = 28;
const DAY_MS = 86_400_000;

type Kept = StoredDay | StoredTotals;

async function readKeptPeriod(ledger: Ledger, range: PeriodKind, date: string): Promise<Kept[]> {
  if (range === 'year') return [await deriveYear(ledger, date)];
  if (range === 'month') return [await deriveMonth(ledger, date)];
  const day = await readDay(ledger, date);
  return day === null ? [] : [day];
}

/** A period to be shown; one without exchanges is empty, not missing. */
async function readPeriod(ledger: Ledger, range: PeriodKind, date: string): Promise<Period> {
  return ledger.gramme.rollUp({ range, date, parts: await readKeptPeriod(ledger, range, date) });
}

function namesIn(gramme: Gramme, period: Period): Record<string, string> {
  const models = new Map(gramme.list('models').map((model) => [model.id, model.name]));
  const ids = Object.keys(period.stats.byModel);
  return Object.fromEntries(ids.map((id) => [id, models.get(id) ?? id]));
}

/** Local dates of the last weeks, today included. */
function lastDates(now: number): string[] {
  const noon = new Date(now).setHours(12, 0, 0, 0);
  return Array.from({ length: FORECAST_DAYS }, (_, index) => localDate(noon - index * DAY_MS));
}

function equivalencesOf(gramme: Gramme, periods: Record<PeriodKind, Period>) {
  const compared = ({ stats: { gramsCo2e, energyWattHours } }: Period) =>
    gramme.compare({ gramsCo2e, energyWattHours });
  return {
    day: compared(periods.day),
    month: compared(periods.month),
    year: compared(periods.year),
  };
}

/** Today's day, month and year as they are kept. */
async function readTodays(ledger: Ledger): Promise<JudgedPeriods> {
  const today = localDate(ledger.now());
  const read = async (range: PeriodKind) =>
    (await readKeptPeriod(ledger, range, dateOf(range, today)))[0] ?? null;
  return { day: await read('day'), month: await read('month'), year: await read('year') };
}

/** The budget that is used up most today, when one is at its limit or over it. */
export async function readOverBudget(
  ledger: Ledger,
  settings: Settings,
): Promise<BudgetVerdict | null> {
  if (settings.budgets.length === 0) return null;
  return worstOf(judge(ledger, await readTodays(ledger), { settings, alerts: {} }).verdicts);
}

/** What the badge shows. */
export async function readToday(ledger: Ledger, settings: Settings) {
  const day = await readPeriod(ledger, 'day', localDate(ledger.now()));
  return { day, over: await readOverBudget(ledger, settings) };
}

type LedgerSummary = Omit<Summary, 'health' | 'sites'>;

/** Everything the popup shows of the ledger. */
export async function readSummary(ledger: Ledger, settings: Settings): Promise<LedgerSummary> {
  const { gramme } = ledger;
  const today = localDate(ledger.now());
  const read = (range: PeriodKind) => readPeriod(ledger, range, dateOf(range, today));
  const periods = { day: await read('day'), month: await read('month'), year: await read('year') };
  const days = await readDays(ledger, lastDates(ledger.now()));
  const { year } = periods;
  return {
    ...periods,
    settings,
    modelNames: namesIn(gramme, year),
    methodology: year.rows.at(-1)?.methodology ?? gramme.version().methodology,
    notices: await noticesOf(ledger.area),
    forecast: gramme.forecast({ today, year, days }),
    equivalences: equivalencesOf(gramme, periods),
    budgets: gramme.judgeBudgets({ budgets: settings.budgets, periods }),
  };
}

/** The months of a year ("2026"), or the days of a month ("2026-01"). */
export async function readSeries(ledger: Ledger, date: string): Promise<Series> {
  const isYear = date.length === 4;
  const dates = isYear ? monthsOf(date) : daysOf(date).filter(isRealDay);
  const period = await readPeriod(ledger, isYear ? 'year' : 'month', date);
  const parts: Series['parts'] = [];
  for (const part of dates) {
    const { stats } = await readPeriod(ledger, isYear ? 'month' : 'day', part);
    parts.push({ date: part, stats });
  }
  const years = datesIn(await ledger.area.keys(), 'year').reverse();
  return { period, parts, modelNames: namesIn(ledger.gramme, period), years };
}

/** "2026-02-30" is no day. */
function isRealDay(date: string): boolean {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
}

/** How the answer counted last was worked out. */
export async function readExplanation(ledger: Ledger, settings: Settings): Promise<ToldAnswer> {
  const exchange = (await readRecent(ledger)).at(-1);
  if (exchange === undefined) return { told: null };
  const context = exchange.context ?? {
    tokens: { low: 0, central: 0, high: 0 },
    isWhole: true,
    ageSeconds: null,
  };
  const asked = answerOf({ exchange, context, weighing: weighingOf(settings) });
  return { told: { exchange, explained: ledger.gramme.explain(asked.exchange) } };
}

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);

/** What can be chosen in the options. */
export function readChoices({ gramme }: Ledger): Choices {
  const pick = ({ id, name }: { id: string; name: string }) => ({ id, name });
  return {
    regions: gramme.list('regions').map(pick).sort(byName),
    methods: gramme.list('methods').map(({ id, name, source }) => ({ id, name, source })),
    models: gramme.list('models').map(pick).sort(byName),
  };
}
