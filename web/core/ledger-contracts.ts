/** The ledger: what is kept, how it is changed, and how it is shown. */
import type { Estimate, EstimateRequest, Range } from './contracts.ts';

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
  /** The row that the same answer added before: taken out again, because the answer went on. */
  replaces?: StoredRow | undefined;
}

export interface Recorded {
  estimate: Estimate;
  /** What the answer added: to be kept for taking it out again. */
  row: StoredRow;
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
