import type { Range, Source, Warning } from './contracts.ts';

export type Advice = 'activate' | 'monitor' | 'throttle' | 'reduce_volume' | 'deactivate';

export type AdviceReason =
  | 'below_monitor'
  | 'from_monitor'
  | 'volume_drives'
  | 'volume_does_not_help'
  | 'from_deactivate'
  | 'criticality_protects';

/** What is asked of a decision matrix besides itself (docs/data.md#decide). */
export interface DecideRequest {
  /** Numbers of rows changed: "SERVICE.LANGUAGE.KEY". */
  set?: readonly { path: string; value: number }[];
  /** Months to look ahead, at most 120. */
  months?: number;
  /** In place of the matrix's own. */
  region?: string;
  method?: 'criteria' | 'impact';
}

export interface RowName {
  service: string;
  language: string;
}

export interface DecisionCriterion {
  id: string;
  unit: string;
  weightShare: number;
  worse: 'more' | 'less';
  /** "none": it tells no rows apart and is left out. */
  boundsFrom: 'given' | 'data' | 'definition' | 'none';
  low: number | null;
  high: number | null;
}

export interface DecisionPart {
  criterion: string;
  value: number | null;
  scaled: number | null;
  /** Of the row's own weights. */
  weightShare: number;
  contribution: number;
}

export interface DecisionRow extends RowName {
  rank: number;
  kind: string;
  /** Profile that it was weighed by, or "measured". */
  profile: string;
  filesPerMonth: number;
  wattHoursPerFile: Range;
  gramsCo2ePerFile: Range;
  wattHoursPerMonth: Range;
  gramsCo2ePerMonth: Range;
  /** Null: nothing could be scored. */
  score: number | null;
  /** Share of all weights that there are values for. */
  scoredShare: number;
  /** Null with what follows from it: less than half of the weights could be scored. */
  advice: Advice | null;
  reason: AdviceReason | null;
  /** Most files at which the score is below the throttle threshold. */
  reducedFilesPerMonth: number | null;
  savesGramsCo2ePerMonth: Range | null;
  /** Criteria that add most to the score, most first. */
  pushedBy: string[];
  parts: DecisionPart[];
}

export interface WeightSensitivity {
  criterion: string;
  weightShare: number;
  /** Its share at which the first two change places; null: at none. */
  swapWeightShare: number | null;
  /** The weight there beside the weight now, less one. */
  swapChange: number | null;
  firstAtHalf: RowName;
  firstAtOneAndAHalf: RowName;
}

export interface DecisionSensitivity {
  /** The criterion whose weight needs the smallest change; null: none swaps the first two. */
  closest: string | null;
  weightings: number;
  weights: WeightSensitivity[];
  /** By rank: share of the weightings in which the row is the first. */
  firstShares: number[];
}

export interface DecisionMonth {
  month: number;
  filesPerMonth: number;
  gramsCo2e: Range;
  rows: (RowName & {
    filesPerMonth: number;
    gramsCo2e: Range;
    score: number | null;
    advice: Advice | null;
  })[];
}

export interface Decision {
  region: string;
  criteria: DecisionCriterion[];
  /** By rank: the first has most reason to be acted upon. */
  rows: DecisionRow[];
  totals: { wattHoursPerMonth: Range; gramsCo2ePerMonth: Range; savesGramsCo2ePerMonth: Range };
  /** Null with fewer than two rows that are scored. */
  sensitivity: DecisionSensitivity | null;
  months: DecisionMonth[];
  warnings: Warning[];
  sources: Source[];
}

export interface Decided {
  methodology: string;
  method: 'criteria' | 'impact';
  /** Empty when the matrix names none. */
  currency: string;
  thresholds: { monitor: number; throttle: number; deactivate: number };
  protectedCriticality: number;
  now: Decision;
  /** With the changes of `set`, on the scales of the matrix as it is; null without any. */
  changed: Decision | null;
}
