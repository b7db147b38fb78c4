/** One writer: every answer is added to its day, month and year exactly once. */
import type { PeriodKind, Recorded, RecordRequest, StoredDay } from '../../web/core/contracts.ts';
import type { LiveFigures } from '../shared/answers.ts';
import {
  type Context,
  type CountedExchange,
  type RememberedExchange,
  rememberedSchema,
} from '../shared/exchange.ts';
import type { Settings } from '../shared/settings.ts';
import { answerOf, weighingOf } from './answer.ts';
import {
  ALERTS,
  type Alerts,
  type Judged,
  type JudgedPeriods,
  judge,
  readAlerts,
} from './budgets.ts';
import {
  type ConversationSum,
  contextOf,
  readSums,
  sumItems,
  sumKeys,
  sumOf,
  withExchange,
} from './context.ts';
import { itemsOf, readDay } from './days.ts';
import { readEntries } from './entries.ts';
import { copyDays, type Ledger, readItems, writeKept } from './kept.ts';
import { PROGRESS, readProgress, withoutProgress } from './progress.ts';
import { readSeen, seenKey, withSeen } from './seen.ts';
import { dateOf, periodKey } from './storage.ts';

/** How many answers are remembered, for display and for knowing them when they go on. */
const MOST_REMEMBERED = 60;

const recentIn = (stored: unknown) =>
  readEntries(rememberedSchema, stored) as unknown as RememberedExchange[];

/** The answers counted last, the newest at the end. */
export async function readRecent({ area }: Ledger): Promise<RememberedExchange[]> {
  return recentIn((await readItems(area, ['recent'])).recent);
}

/** What the recording of an answer goes by. */
export interface Recording {
  settings: Settings;
  /** Random id of this installation. */
  device: string;
}

/** What is known of an answer before it is recorded. */
interface Known {
  recent: RememberedExchange[];
  sums: ConversationSum[];
  seen: string[];
  alerts: Alerts;
  /** The same answer as it was told before, when it is still remembered. */
  earlier: RememberedExchange | undefined;
  context: Context;
  /** The day that it counts for. */
  date: string;
}

async function readKnown(ledger: Ledger, exchange: CountedExchange): Promise<Known> {
  const keys = ['recent', ALERTS, seenKey(exchange.date), ...sumKeys(exchange)];
  const stored = await readItems(ledger.area, keys);
  const recent = recentIn(stored.recent);
  const sums = readSums(stored);
  const earlier = recent.find((entry) => entry.id === exchange.id);
  return {
    recent,
    sums,
    seen: readSeen(stored[seenKey(exchange.date)]),
    alerts: readAlerts(stored[ALERTS]),
    earlier,
    context: contextOf(sums, exchange, earlier?.context),
    date: earlier?.date ?? exchange.date,
  };
}

interface WeighOptions extends Recording {
  known: Known;
  day?: StoredDay | null;
}

/** Asks the core what the answer adds, to a day or, while it is being written, to nothing. */
function weigh(
  { gramme }: Ledger,
  exchange: CountedExchange,
  { known, settings, device, day }: WeighOptions,
): Recorded {
  const { earlier, context, date, sums } = known;
  const conversation = sumOf(sums, exchange)?.row;
  const request: RecordRequest = {
    ...answerOf({ exchange, context, weighing: weighingOf(settings) }),
    date,
    zone: exchange.zone,
    device,
    ...(day === undefined ? {} : { day }),
    ...(conversation === undefined ? {} : { conversation }),
    ...(earlier?.row === undefined ? {} : { replaces: earlier.row }),
  };
  return gramme.record(request);
}

const isSame = (a: CountedExchange, b: CountedExchange) =>
  (Object.keys(b) as (keyof CountedExchange)[]).every(
    (key) => JSON.stringify(a[key]) === JSON.stringify(b[key]),
  );

function remembered(exchange: CountedExchange, known: Known, recorded: Recorded) {
  const { modelId, modelName, energyWattHours, gramsCo2e, waterLitres, warnings } =
    recorded.estimate;
  const estimate = { modelId, modelName, energyWattHours, gramsCo2e, waterLitres, warnings };
  return { ...exchange, date: known.date, context: known.context, row: recorded.row, estimate };
}

/** An entry that was there keeps its place. */
function withEntry(recent: RememberedExchange[], entry: RememberedExchange): RememberedExchange[] {
  const isKnown = recent.some((other) => other.id === entry.id);
  return isKnown
    ? recent.map((other) => (other.id === entry.id ? entry : other))
    : [...recent, entry];
}

type Live = Pick<LiveFigures, 'answer' | 'conversation'>;

export interface RecordedExchange {
  live: Live;
  /** Budgets over the periods that it counts for; null when it was counted before. */
  judged: Judged | null;
}

const liveOf = ({ sums, conversationSums }: Recorded): Live => ({
  answer: sums,
  conversation: conversationSums,
});

/** What an answer that is being written weighs so far. Nothing is stored. */
export async function weighOpen(
  ledger: Ledger,
  exchange: CountedExchange,
  recording: Recording,
): Promise<Live> {
  const known = await readKnown(ledger, exchange);
  return liveOf(weigh(ledger, exchange, { ...recording, known }));
}

/** The periods of a date among items to be written. */
function periodsOf(date: string, items: Record<string, unknown>): JudgedPeriods {
  const find = (kind: PeriodKind) => items[periodKey(kind, dateOf(kind, date))];
  return { day: find('day'), month: find('month'), year: find('year') } as JudgedPeriods;
}

/** Told before: it has not changed, or it is too long ago to be taken out again. */
function isCounted({ earlier, seen }: Known, exchange: CountedExchange): boolean {
  if (earlier === undefined) return seen.includes(exchange.id);
  return earlier.row === undefined || isSame(earlier, exchange);
}

/**
 * Adds an answer to its day, month and year, exactly once: the same id again changes nothing, and
 * with other numbers it replaces its earlier record. Totals, memory and the sums of conversations
 * are written in one step, so a worker stopped at any instant has stored all of it or nothing.
 */
export async function recordExchange(
  ledger: Ledger,
  exchange: CountedExchange,
  recording: Recording,
): Promise<RecordedExchange> {
  const known = await readKnown(ledger, exchange);
  const progress = withoutProgress(await readProgress(ledger), exchange.id);
  if (isCounted(known, exchange)) {
    await ledger.area.set({ [PROGRESS]: progress });
    return { live: liveOf(weigh(ledger, exchange, { ...recording, known })), judged: null };
  }
  const day = await readDay(ledger, known.date);
  const recorded = weigh(ledger, exchange, { ...recording, known, day });
  const periods = await itemsOf(ledger, new Map([[known.date, recorded.day]]));
  const judged = judge(ledger, periodsOf(known.date, periods), {
    ...recording,
    alerts: known.alerts,
  });
  const told = {
    context: known.context,
    isAgain: known.earlier !== undefined,
    row: recorded.conversation,
  };
  const entry = remembered(exchange, known, recorded);
  await writeKept(ledger.area, {
    ...periods,
    [ALERTS]: judged.alerts,
    recent: withEntry(known.recent, entry).slice(-MOST_REMEMBERED),
    ...sumItems(known.sums, withExchange(known.sums, exchange, told)),
    [seenKey(exchange.date)]: withSeen(known.seen, exchange.id),
    [PROGRESS]: progress,
  });
  // A copy that comes late, or never, costs nothing while the first one is sound.
  void copyDays(ledger, periods);
  return { live: liveOf(recorded), judged };
}
