import { safeParse } from 'valibot';
import type { Gramme } from '../../web/core/gramme.ts';
import type {
  CountedAnswer,
  EstimateRequest,
  Figure,
  Period,
  PeriodKind,
  Recorded,
  RecordRequest,
} from '../../web/core/contracts.ts';
import { GrammeError } from '../../web/core/error.ts';
import { type CountedExchange, type RememberedExchange, rememberedSchema } from '../shared/messages.ts';
import { type Area, dateOf, periodKey } from './storage.ts';

/** How many answers are remembered, for display and for knowing them again. */
const MOST_REMEMBERED = 200;
const KINDS: PeriodKind[] = ['day', 'month', 'year'];

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

/** Stored periods of a day, as the core takes them. */
async function readPeriods(area: Area, day: string): Promise<Record<string, unknown>> {
  return area.get(KINDS.map((kind) => periodKey(kind, dateOf(kind, day))));
}

function periodsOf(stored: Record<string, unknown>, day: string): RecordRequest['periods'] {
  const period = (kind: PeriodKind) =>
    (stored[periodKey(kind, dateOf(kind, day))] as Period | undefined) ?? null;
  return { day: period('day'), month: period('month'), year: period('year') };
}

/** Path of a refusal that lies in what was stored, not in the exchange. */
const STORED_PATH = /^\/periods\/(day|month|year)/;

/** A stored period that cannot be read is put aside, never deleted; counting goes on. */
async function quarantine(area: Area, kind: PeriodKind, day: string): Promise<void> {
  const key = periodKey(kind, dateOf(kind, day));
  const bad = (await area.get([key]))[key];
  await area.set({ [`quarantine:${key}:${Date.now()}`]: bad, quarantined: true });
  await area.remove([key]);
}

async function recordWith(gramme: Gramme, area: Area, request: RecordRequest): Promise<Recorded> {
  const { date } = request;
  for (let attempt = 0; ; attempt++) {
    try {
      const stored = await readPeriods(area, date);
      return gramme.record({ ...request, periods: periodsOf(stored, date) });
    } catch (error) {
      const found = error instanceof GrammeError ? STORED_PATH.exec(error.path) : null;
      if (found === null || attempt >= KINDS.length) throw error;
      await quarantine(area, found[1] as PeriodKind, date);
    }
  }
}

/** The memory of recent answers; entries that were damaged are forgotten. */
function readRecent(value: unknown): RememberedExchange[] {
  const entries: unknown[] = Array.isArray(value) ? value : [];
  return entries.filter((entry) => safeParse(rememberedSchema, entry).success) as RememberedExchange[];
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
  const recorded = await recordWith(gramme, area, {
    ...answerOf(exchange),
    date: earlier?.date ?? exchange.date,
    ...(earlier === undefined ? {} : { replaces: answerOf(earlier) }),
    periods: {},
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
