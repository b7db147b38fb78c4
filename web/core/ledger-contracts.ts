/** The ledger: what is kept, how it is changed, and how it is shown. */
import type { Estimate, EstimateRequest, Range } from './contracts.ts';
import type { Recomputed, RecomputeRequest } from './explain-contracts.ts';
import type {
  BudgetJudging,
  BudgetVerdict,
  CompareRequest,
  Equivalence,
  Forecast,
  ForecastRequest,
} from './view-contracts.ts';

export type PeriodKind = 'day' | 'month' | 'year';

/** Sums over exchanges. `tokens` and `co2Grams` are central figures. */
export interface Sums {
  tokens: number;
  co2Grams: number;
  requests: number;
  prompts: number;
  estimatedRequests: number;
  promptTokens: Range;
  /** Prompts that a regenerate found in the context: read again, typed before. */
  cachedInputTokens: Range;
  outputTokens: Range;
  /** The conversation, sent again with each prompt. */
  contextTokens: Range;
  /** Estimated: pages do not show them. */
  reasoningTokens: Range;
  attachmentTokens: Range;
  energyWattHours: Range;
  gramsCo2e: Range;
  waterLitres: Range;
  waterUnknownRequests: number;
}

export interface Statistics extends Sums {
  byModel: Record<string, Sums>;
  byPlatform: Record<string, Sums>;
}

/** One row of the ledger: site × model × region × methodology, token kinds apart. */
export interface LedgerRow extends Omit<Sums, 'tokens' | 'co2Grams'> {
  site: string;
  modelId: string;
  region: string;
  methodology: string;
  warnings: Record<string, number>;
}

/** A day ("2026-01-15"), month ("2026-01") or year ("2026") as it is stored. */
export interface Period {
  schema: 1;
  range: PeriodKind;
  date: string;
  stats: Statistics;
  rows: LedgerRow[];
}

/** One answer as a page gave it, in numbers. */
export interface CountedAnswer {
  exchange: EstimateRequest;
  /** False for a regenerate: its prompt was counted before. */
  isPromptNew: boolean;
  isEstimated: boolean;
  /** Codes of what the page showed but could not give numbers for. */
  pageWarnings: string[];
}

/** A row as it is kept: written and read by the core alone (docs/data.md#stored-days). */
export type StoredRow = readonly unknown[];

/** A day as it is kept: the rows of each device apart, with a checksum over all of it. */
export interface StoredDay {
  schema: 2;
  date: string;
  checksum: string;
  /** Time zones that its exchanges were told in. */
  zones: readonly string[];
  parts: readonly StoredPart[];
}

/** What one installation counted on that day. A higher revision holds all that a lower one held. */
export type StoredPart = readonly [device: string, revision: number, rows: readonly StoredRow[]];

/** A month or year as it is kept: derived from its days. */
export interface StoredTotals {
  schema: 2;
  date: string;
  checksum: string;
  rows: readonly StoredRow[];
}

/** Adds one counted exchange to its day. */
export interface RecordRequest extends CountedAnswer {
  /** Local calendar date at the event, and the zone it was told in; "" when that is not known. */
  date: string;
  zone: string;
  /** Random id of this installation. */
  device: string;
  /** The day as stored; absent or null: nothing is. Refused with `damaged_record` when altered. */
  day?: StoredDay | null;
  /** So many exchanges alike; their tokens are those of each. */
  requests?: number;
  /** The row that the same answer added before: taken out again, because the answer went on. */
  replaces?: StoredRow | undefined;
  /** Sum of the conversation before this answer; absent: it is the first. */
  conversation?: StoredRow | undefined;
}

/** What is shown while answers are written. */
export interface LiveSums {
  requests: number;
  /** Of prompts and answers; a low and high that differ make it an estimate. */
  tokens: Range;
  energyWattHours: Range;
  gramsCo2e: Range;
}

export interface Recorded {
  estimate: Estimate;
  /** What the answer added: to be kept for taking it out again. */
  row: StoredRow;
  sums: LiveSums;
  /** The conversation with this answer: to be handed in with the next one. */
  conversation: StoredRow;
  conversationSums: LiveSums;
  day: StoredDay;
}

/** Days of one date from two places, such as a file and the ledger. */
export interface MergeRequest {
  days: readonly StoredDay[];
}

export interface MergedDay {
  day: StoredDay;
  /** The first of the days holds all that the others hold. */
  isUnchanged: boolean;
  requests: number;
}

/** Stored totals of a month or year, from its stored days or months. */
export interface DeriveRequest {
  range: PeriodKind;
  date: string;
  parts: readonly (StoredDay | StoredTotals)[];
}

export interface RollUpRequest {
  range: PeriodKind;
  date: string;
  parts: readonly (Period | StoredDay | StoredTotals)[];
}

/** A day as version 1 kept it, to be kept as a part of an installation. */
export interface AdoptRequest {
  period: Period;
  zone: string;
  device: string;
}

/** What the core does with the ledger. All throw GrammeError with a code of docs/errors.md. */
export interface LedgerCalls {
  record(request: RecordRequest): Recorded;
  /** Stored tokens under another method, and what changed. */
  recompute(request: RecomputeRequest): Recomputed;
  /** Finer periods as one, to be shown. */
  rollUp(request: RollUpRequest): Period;
  /** The same, to be kept. */
  derive(request: DeriveRequest): StoredTotals;
  /** Days of one date brought together: nothing is counted twice, however often it is merged. */
  merge(request: MergeRequest): MergedDay;
  adopt(request: AdoptRequest): StoredDay;
  /** RFC 4180, safe for spreadsheets. */
  exportCsv(request: { days: readonly StoredDay[]; hasHeader?: boolean }): string;
  judgeBudgets(request: BudgetJudging): BudgetVerdict[];
  /** The year if use goes on; null before seven days of use. */
  forecast(request: ForecastRequest): Forecast | null;
  /** Something of human scale that weighs as much; null for nothing. */
  compare(request: CompareRequest): Equivalence | null;
}
