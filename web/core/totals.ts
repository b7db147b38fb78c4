import type { FullGlueModule } from '#glue-full';
import type { Figure, Period } from './contracts.ts';
import { unwrap } from './envelope.ts';
import type { ManyExchange, TotalsRequest } from './gramme-contracts.ts';
import type { Inbox } from './inbox.ts';

/** Doubles of a row: kind, whether the prompt is new, three token kinds as ranges. */
const ROW_NUMBERS = 11;
const ROWS_AT_ONCE = 8192;
/** Exchanges that differ in these alone are prepared together. */
const OWN_KEYS = new Set(['inputTokens', 'cachedInputTokens', 'outputTokens', 'isPromptNew']);

function putFigure(row: Float64Array, at: number, figure: Figure | undefined): void {
  if (typeof figure === 'object') {
    row[at] = figure.low;
    row[at + 1] = figure.central;
    row[at + 2] = figure.high;
  } else {
    row.fill(figure ?? 0, at, at + 3);
  }
}

/** Everything but the tokens, as a text that is equal for exchanges of one kind. */
function kindOf(exchange: ManyExchange): string {
  let text = '';
  for (const key in exchange) {
    if (OWN_KEYS.has(key)) continue;
    const value: unknown = exchange[key as keyof ManyExchange];
    text +=
      typeof value === 'string' ? `${key}\n"${value}\n` : `${key}\n${JSON.stringify(value)}\n`;
  }
  return text;
}

/** What the core reads of a kind: the exchange with tokens that stand for any. */
function withoutTokens(exchange: ManyExchange): object {
  const { inputTokens, cachedInputTokens, outputTokens, isPromptNew, ...rest } = exchange;
  return { ...rest, outputTokens: 0 };
}

/** Rows that wait to be handed over, and the kinds that they are of. */
interface Batch {
  columns: Float64Array;
  kinds: Map<string, number>;
  requests: object[];
  rows: number;
}

const newBatch = (columns: Float64Array): Batch => ({
  columns,
  kinds: new Map(),
  requests: [],
  rows: 0,
});

function add(batch: Batch, exchange: ManyExchange): void {
  const text = kindOf(exchange);
  let kind = batch.kinds.get(text);
  if (kind === undefined) {
    kind = batch.requests.length;
    batch.kinds.set(text, kind);
    batch.requests.push(withoutTokens(exchange));
  }
  const { columns } = batch;
  const at = batch.rows++ * ROW_NUMBERS;
  columns[at] = kind;
  columns[at + 1] = exchange.isPromptNew === false ? 0 : 1;
  putFigure(columns, at + 2, exchange.inputTokens);
  putFigure(columns, at + 5, exchange.cachedInputTokens);
  putFigure(columns, at + 8, exchange.outputTokens);
}

/** One crossing of the door: the columns' bytes, then the request. */
function weigh(glue: FullGlueModule, inbox: Inbox, batch: Batch, request: TotalsRequest): Period {
  const tail = new TextEncoder().encode(JSON.stringify({ ...request, kinds: batch.requests }));
  const columns = new Uint8Array(batch.columns.buffer, 0, batch.rows * ROW_NUMBERS * 8);
  const packed = new Uint8Array(columns.length + tail.length);
  packed.set(columns);
  packed.set(tail, columns.length);
  return unwrap(glue.totals(batch.rows, inbox.write(packed))) as Period;
}

/** The periods that the exchanges come to, some thousands in each. */
export function* totalsOf(
  glue: FullGlueModule,
  inbox: Inbox,
  exchanges: Iterable<ManyExchange>,
  request: TotalsRequest,
): Generator<Period> {
  let batch = newBatch(new Float64Array(ROWS_AT_ONCE * ROW_NUMBERS));
  for (const exchange of exchanges) {
    add(batch, exchange);
    if (batch.rows < ROWS_AT_ONCE) continue;
    yield weigh(glue, inbox, batch, request);
    batch = newBatch(batch.columns);
  }
  if (batch.rows > 0) yield weigh(glue, inbox, batch, request);
}
