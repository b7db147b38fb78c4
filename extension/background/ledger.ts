import { safeParse } from 'valibot';
import type {
  CountedAnswer,
  EstimateRequest,
  Figure,
  Recorded,
  RecordRequest,
} from '../../web/core/contracts.ts';
import type { Gramme } from '../../web/core/gramme-contracts.ts';
import {
  type Context,
  type CountedExchange,
  type RememberedExchange,
  rememberedSchema,
} from '../shared/exchange.ts';
import { contextOf, readSums, withExchange } from './context.ts';
import { PERIOD_KINDS, readPeriod } from './periods.ts';
import { type Area, periodKey } from './storage.ts';

/** How many answers are remembered, for display and for knowing them again. */
const MOST_REMEMBERED = 200;

/** Tokens of the prompt are new input once; a regenerate finds them in the context. */
function exchangeRequest(exchange: CountedExchange, context?: Context): EstimateRequest {
  const prompt: Figure = exchange.prompt.tokens;
  return {
    site: exchange.site,
    ...(exchange.model.label === null ? {} : { model: exchange.model.label }),
    ...(exchange.isPromptNew ? { inputTokens: prompt } : { cachedInputTokens: prompt }),
    outputTokens: exchange.output.tokens,
    ...contextRequest(context),
    ...(exchange.reasoningSeconds === null ? {} : { reasoningSeconds: exchange.reasoningSeconds }),
  };
}

function contextRequest(
  context?: Context,
): Pick<EstimateRequest, 'contextTokens' | 'contextAgeSeconds'> {
  if (context === undefined || context.tokens.high === 0) return {};
  const { tokens: contextTokens, ageSeconds } = context;
  return ageSeconds === null ? { contextTokens } : { contextTokens, contextAgeSeconds: ageSeconds };
}

function answerOf(exchange: CountedExchange, context?: Context): CountedAnswer {
  const isUnseen = context?.isWhole === false;
  return {
    exchange: exchangeRequest(exchange, context),
    isPromptNew: exchange.isPromptNew,
    isEstimated: exchange.output.kind === 'estimated',
    pageWarnings: [...exchange.pageWarnings, ...(isUnseen ? ['history_not_seen'] : [])],
  };
}

function remembered(
  exchange: CountedExchange,
  context: Context,
  recorded: Recorded,
): RememberedExchange {
  const { modelId, modelName, energyWattHours, gramsCo2e, waterLitres, warnings } =
    recorded.estimate;
  return {
    ...exchange,
    context,
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
  return entries.flatMap((entry) => {
    const parsed = safeParse(rememberedSchema, entry);
    return parsed.success ? [parsed.output as unknown as RememberedExchange] : [];
  });
}

/**
 * Adds an answer to its day, month and year, exactly once: the same id again changes nothing, and
 * with other numbers it replaces its earlier record. Totals, memory and the sums of conversations
 * are written in one step, so a worker stopped at any instant has stored all of it or nothing.
 */
export async function recordExchange(
  gramme: Gramme,
  area: Area,
  exchange: CountedExchange,
): Promise<void> {
  const stored = await area.get(['recent', 'conversations']);
  const recent = readRecent(stored.recent);
  const earlier = recent.find((entry) => entry.id === exchange.id);
  if (earlier !== undefined && isSame(earlier, exchange)) return;
  const sums = readSums(stored.conversations);
  const context = contextOf(sums, exchange, earlier?.context);
  const date = earlier?.date ?? exchange.date;
  const recorded = gramme.record({
    ...answerOf(exchange, context),
    date,
    ...(earlier === undefined ? {} : { replaces: answerOf(earlier, earlier.context) }),
    periods: await storedPeriods(gramme, area, date),
  });
  const entry = { ...remembered(exchange, context, recorded), date: recorded.day.date };
  const isAgain = earlier !== undefined;
  await area.set({
    [periodKey('day', recorded.day.date)]: recorded.day,
    [periodKey('month', recorded.month.date)]: recorded.month,
    [periodKey('year', recorded.year.date)]: recorded.year,
    recent: withEntry(recent, entry).slice(-MOST_REMEMBERED),
    conversations: withExchange(sums, exchange, { context, isAgain }),
  });
}

/** An entry that was there keeps its place. */
function withEntry(recent: RememberedExchange[], entry: RememberedExchange): RememberedExchange[] {
  const isKnown = recent.some((other) => other.id === entry.id);
  return isKnown
    ? recent.map((other) => (other.id === entry.id ? entry : other))
    : [...recent, entry];
}
