/** A span of what was read: all of it, a year or a month, with the parts it consists of. */
import type { Analysis } from '../../core/analysis-contracts.ts';
import type { LedgerRow, Sums } from '../../core/contracts.ts';
import { type Part, partsOf } from '../../parts/breakdown.ts';
import type { SpanSeries } from '../../parts/series-words.ts';
import { text } from '../../words/words.ts';
import { platformName } from './platform-names.ts';
import type { ReadUse } from './reading.ts';

export interface UseSeries extends SpanSeries {
  models: Part[];
  platforms: Part[];
  /** Of a year or month: how its sums were worked out. */
  rows: LedgerRow[];
}

const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

/** The days that a month has, such as "2026-02-28". */
function daysOf(month: string): string[] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const count = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return Array.from(
    { length: count },
    (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`,
  );
}

const byId = (list: (Sums & { id: string })[]): Record<string, Sums> =>
  Object.fromEntries(list.map((sums) => [sums.id, sums]));

/** Requests whose model is not told have one id for all of them. */
const UNKNOWN_MODEL = 'unknown-model';

const modelNames = ({ models }: Analysis) =>
  Object.fromEntries(
    models.map(({ id, name }) => [id, id === UNKNOWN_MODEL ? text('model_not_named') : name]),
  );

function platformParts(sums: Record<string, Sums>): Part[] {
  return partsOf(sums, {}).map((part) => ({ ...part, name: platformName(part.name) }));
}

/** All years. */
function allSeries(analysis: Analysis): UseSeries {
  const { years, total, models, platforms } = analysis;
  const [first, last] = [years[0]?.date ?? '', years.at(-1)?.date ?? ''];
  return {
    period: {
      range: 'years',
      date: first === last ? first : `${first}\u2013${last}`,
      stats: total,
    },
    parts: years.map((sums) => ({ date: sums.date, stats: sums })),
    models: partsOf(byId(models), modelNames(analysis)),
    platforms: platformParts(byId(platforms)),
    rows: [],
  };
}

/** Of a date such as "2026" or "2026-01"; of everything for "". */
export async function seriesOf({ analysis, worker }: ReadUse, date: string): Promise<UseSeries> {
  if (date === '') return allSeries(analysis);
  const isYear = date.length === 4;
  const dates = isYear ? MONTHS.map((month) => `${date}-${month}`) : daysOf(date);
  const [period, parts] = await Promise.all([
    worker.period(isYear ? 'year' : 'month', date),
    worker.periods(isYear ? 'month' : 'day', dates),
  ]);
  return {
    period,
    parts: parts.map(({ date: part, stats }) => ({ date: part, stats })),
    models: partsOf(period.stats.byModel, modelNames(analysis)),
    platforms: platformParts(period.stats.byPlatform),
    rows: period.rows,
  };
}

/** What is shown first: the finest span that holds everything. */
export function firstDate({ years, months }: Analysis): string {
  if (months.length === 1) return months[0]?.date ?? '';
  return years.length === 1 ? (years[0]?.date ?? '') : '';
}
