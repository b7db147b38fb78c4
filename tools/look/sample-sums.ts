/** Periods of a year of use, added up here: samples must not wait for the core. */
import type { Series } from '../../extension/shared/answers.ts';
import type {
  LedgerRow,
  Period,
  PeriodKind,
  Range,
  Statistics,
  Sums,
} from '../../web/core/contracts.ts';

export const MODEL_NAMES: Record<string, string> = {
  'gpt-5-5': 'GPT-5.5',
  'claude-opus-4-8': 'Claude Opus 4.8',
  'gpt-5-5-thinking': 'GPT-5.5 Thinking',
  'claude-sonnet-4-6': 'Claude Sonnet 4.6',
  'a-model-of-tomorrow': 'A model of tomorrow with a rather long name',
};

const METHODOLOGY = '2026.11.3/roofline/2026.11';
const nothing: Range = { low: 0, central: 0, high: 0 };
const around = (central: number): Range => ({ low: central / 3, central, high: central * 3 });

const plus = (a: Range, b: Range): Range => ({
  low: a.low + b.low,
  central: a.central + b.central,
  high: a.high + b.high,
});

const NO_SUMS: Sums = {
  tokens: 0,
  co2Grams: 0,
  requests: 0,
  prompts: 0,
  estimatedRequests: 0,
  promptTokens: nothing,
  cachedInputTokens: nothing,
  outputTokens: nothing,
  contextTokens: nothing,
  reasoningTokens: nothing,
  attachmentTokens: nothing,
  energyWattHours: nothing,
  gramsCo2e: nothing,
  waterLitres: nothing,
  waterUnknownRequests: 0,
};

function addedUp(all: Sums[]): Sums {
  const sum = { ...NO_SUMS } as Record<string, number | Range>;
  for (const sums of all) {
    for (const [name, value] of Object.entries(sums)) {
      if (!(name in NO_SUMS)) continue;
      const before = sum[name] ?? 0;
      sum[name] =
        typeof value === 'number'
          ? (before as number) + value
          : plus(before as Range, value as Range);
    }
  }
  return sum as unknown as Sums;
}

/** An answer of that many tokens; Claude's are estimated. */
function answer(model: string, tokens: number): Sums {
  const isEstimated = !model.startsWith('gpt');
  const output = isEstimated
    ? { low: 0.8 * tokens, central: tokens, high: 1.25 * tokens }
    : { low: tokens, central: tokens, high: tokens };
  return {
    ...NO_SUMS,
    tokens: tokens + 60,
    co2Grams: tokens / 1100,
    requests: 1,
    prompts: 1,
    estimatedRequests: isEstimated ? 1 : 0,
    promptTokens: { low: 60, central: 60, high: 60 },
    outputTokens: output,
    energyWattHours: around(tokens / 440),
    gramsCo2e: around(tokens / 1100),
    waterLitres: around(tokens / 300_000),
  };
}

export interface SampleDay {
  model: string;
  tokens: number;
}

const siteOf = (model: string) => (model.startsWith('gpt') ? 'chatgpt' : 'claude');

/** A period with those answers. */
export function periodOf(range: PeriodKind, date: string, answers: SampleDay[]): Period {
  const all = answers.map(({ model, tokens }) => ({ model, sums: answer(model, tokens) }));
  const grouped = (nameOf: (model: string) => string) => {
    const names = [...new Set(all.map(({ model }) => nameOf(model)))];
    const of = (name: string) => all.filter(({ model }) => nameOf(model) === name);
    return Object.fromEntries(
      names.map((name) => [name, addedUp(of(name).map(({ sums }) => sums))]),
    );
  };
  const byModel = grouped((model) => model);
  const stats: Statistics = {
    ...addedUp(all.map(({ sums }) => sums)),
    byModel,
    byPlatform: grouped(siteOf),
  };
  const rows = Object.entries(byModel).map(([modelId, sums]): LedgerRow => {
    const { tokens: _tokens, co2Grams: _grams, ...row } = sums;
    const warnings = { context_not_counted: row.requests, region_assumed: row.requests };
    return {
      ...row,
      site: siteOf(modelId),
      modelId,
      region: 'usa',
      methodology: METHODOLOGY,
      warnings,
    };
  });
  return { schema: 1, range, date, stats, rows };
}

export const emptyPeriod = (range: PeriodKind, date: string): Period => periodOf(range, date, []);

export interface SampleYear {
  period: Period;
  months: Record<string, Period>;
  days: Record<string, Period>;
}

const pad = (value: number) => String(value).padStart(2, '0');

function answersOn(index: number): SampleDay[] {
  const models = Object.keys(MODEL_NAMES);
  const count = index % 7 > 4 ? 0 : 1 + (index % 4);
  return Array.from({ length: count }, (_, turn) => ({
    model: models[(index * index + turn * 3) % models.length] ?? 'gpt-5-5',
    tokens: 200 + ((index * 137 + turn * 311) % 900),
  }));
}

/** Use on most days from January to today. */
export function yearOf(
  today: string,
  { isEmpty, isQuietDay }: { isEmpty: boolean; isQuietDay: boolean },
): SampleYear {
  const [year = '', month = '', day = ''] = today.split('-');
  const byDay: Record<string, SampleDay[]> = {};
  for (let m = 1; m <= Number(month); m++) {
    const last = m === Number(month) ? Number(day) : new Date(Number(year), m, 0).getDate();
    for (let d = 1; d <= last; d++) {
      byDay[`${year}-${pad(m)}-${pad(d)}`] = isEmpty ? [] : answersOn(m * 31 + d);
    }
  }
  byDay[today] = isEmpty || isQuietDay ? [] : answersOn(3);
  const within = (prefix: string) =>
    Object.entries(byDay).flatMap(([date, answers]) => (date.startsWith(prefix) ? answers : []));
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${pad(index + 1)}`);
  return {
    period: periodOf('year', year, within(year)),
    months: Object.fromEntries(months.map((name) => [name, periodOf('month', name, within(name))])),
    days: Object.fromEntries(
      Object.entries(byDay).map(([date, answers]) => [date, periodOf('day', date, answers)]),
    ),
  };
}

/** Series by date: the year by months, each month by days. */
export function seriesOf({ period, months, days }: SampleYear): Record<string, Series> {
  const common = { modelNames: MODEL_NAMES, years: [period.date] };
  const partsOf = (all: Record<string, Period>, prefix: string) =>
    Object.entries(all)
      .filter(([date]) => date.startsWith(prefix))
      .map(([date, { stats }]) => ({ date, stats }));
  const ofMonths = Object.entries(months).map(([date, month]) => [
    date,
    { period: month, parts: partsOf(days, date), ...common },
  ]);
  const ofYear = { period, parts: partsOf(months, period.date), ...common };
  return { [period.date]: ofYear, ...(Object.fromEntries(ofMonths) as Record<string, Series>) };
}
