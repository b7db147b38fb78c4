import type { Estimate, LedgerRow, Period, Range, Source } from './contracts.ts';
import type { AnyPeriod } from './view-contracts.ts';

/** A part of a result, and what it is made of in turn. */
export interface ExplainedPart {
  name: string;
  unit: string;
  central: number;
  /** Where it is worked out as a range of its own. */
  range: Range | null;
  /** Of the part that it belongs to, 0..1. */
  share: number;
  parts: ExplainedPart[];
}

/** A figure that an estimate was worked out with. */
export interface Factor {
  name: string;
  /** Empty for shares, ratios and counts. */
  unit: string;
  value: Range;
  /** Null where the request gave the figure, or the method works it out. */
  source: Source | null;
  /** Per cent of change in the energy for one per cent of change in the factor. */
  energyElasticity: number;
  /** The same for the carbon. */
  carbonElasticity: number;
  /** Of the width of the carbon's range, 0..1. */
  shareOfWidth: number;
}

export interface Explanation {
  carbon: ExplainedPart;
  factors: Factor[];
}

/** An estimate with its tree. */
export interface ExplainedEstimate extends Estimate {
  explanation: Explanation;
}

/** A stored period, and the method that it is to be weighed by; today's default when absent. */
export interface RecomputeRequest {
  period: AnyPeriod;
  method?: string;
  profile?: string;
}

/** The figures of a row under one methodology. */
export type RowFigures = Pick<
  LedgerRow,
  'methodology' | 'energyWattHours' | 'gramsCo2e' | 'waterLitres'
>;

/** What became of one row. */
export interface RowChange extends Pick<LedgerRow, 'site' | 'modelId' | 'region' | 'requests'> {
  before: RowFigures;
  after: RowFigures;
}

export interface Recomputed {
  period: Period;
  changes: RowChange[];
}
