import { safeParse } from 'valibot';
import type {
  CountedAnswer,
  EstimateRequest,
  Figure,
  Recorded,
  RecordRequest,
} from '../../web/core/contracts.ts';
import type { Gramme } from '../../web/core/gramme.ts';
import {
  type CountedExchange,
  type RememberedExchange,
  rememberedSchema,
} from '../shared/messages.ts';
import { PERIOD_KINDS, readPeriod } from './periods.ts';
import { type Area, periodKey } from './storage.ts';

/** How many answers are remembered, for display and for knowing them again. */
const MOST_REMEMBERED = 200;

/** Tokens of the prompt are new input once; a regenerate finds them in the context. */
function exchangeRequest(exchange: CountedExchange): EstimateRequest {
  const prompt: Figure = exchange.prompt.tokens;
  return {
    site: exchange.site,
    ...(exchange.model.label === null ? {} : { model: exchange.model.label }),
    ...(exchange.isPromptNew ? { inputTokens: prompt } : { cachedInputTokens: prompt }),
    outputTokens: exchange.output.tokens,
  };
}

function answerOf(exchange: CountedExchange): CountedAnswer {
  return {
    exchange: exchangeRequest(exchange),
    isPromptNew: exchange.isPromptNew,
    isEstimated: exchange.output.kind === 'estimated',
    pageWarnings: exchange.pageWarnings,
  };
}

function remembered(exchange: CountedExchange, recorded: Recorded): RememberedExchange {
  const { modelId, modelName, energyWattHours, gramsCo2e, waterLitres, warnings } =
    recorded.estimate;
  return {
    ...exchange,
    estimate: { modelId, modelName, energyWattHours, gramsCo2e, waterLitres, warnings },
  };
}

const isSame = (a: CountedExchange, b: CountedExchange) =>
  (Object.keys(b) as (keyof CountedExchange)[]).every(
    (key) => JSON.stringify(a[key]) === JSON.stringify(b[key]),
  );

async function storedPeriods(
  gramme: Gramme,
  area: Area,
  day: string,
): Promise<RecordRequest['periods']> {
  const periods: RecordRequest['periods'] = {};
  for (const kind of PERIOD_KINDS) periods[kind] = await readPeriod(gramme, area, { kind, day });
  return periods;
}

/** The memory of recent answers; entries that were damaged are forgotten. */
function readRecent(value: unknown): RememberedExchange[] {
  const entries: unknown[] = Array.isArray(value) ? value : [];
  return entries.filter(
    (entry) => safeParse(rememberedSchema, entry).success,
  ) as RememberedExchange[];
}

/**
 * Adds an answer to its day, month and year, exactly once: the same id again changes nothing, and
 * with other numbers it replaces its earlier record. Totals and memory are written in one step, so
 * a worker stopped at any instant has either stored all of it or nothing.
 */
export async function recordExchange(
  gramme: Gramme,
  area: Area,
  exchange: CountedExchange,
): Promise<void> {
  const recent = readRecent((await area.get(['recent'])).recent);
  const earlier = recent.find((entry) => entry.id === exchange.id);
  if (earlier !== undefined && isSame(earlier, exchange)) return;
  const date = earlier?.date ?? exchange.date;
  const recorded = gramme.record({
    ...answerOf(exchange),
    date,
    ...(earlier === undefined ? {} : { replaces: answerOf(earlier) }),
    periods: await storedPeriods(gramme, area, date),
  });
  const entry = { ...remembered(exchange, recorded), date: recorded.day.date };
  const others = recent.filter((other) => other.id !== exchange.id);
  const position = earlier === undefined ? others.length : recent.indexOf(earlier);
  others.splice(position, 0, entry);
  await area.set({
    [periodKey('day', recorded.day.date)]: recorded.day,
    [periodKey('month', recorded.month.date)]: recorded.month,
    [periodKey('year', recorded.year.date)]: recorded.year,
    recent: others.slice(-MOST_REMEMBERED),
  });
}
