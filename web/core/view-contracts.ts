/** What the core works out for views: budgets, forecasts, comparisons. */
import type { PeriodKind, Range, Source } from './contracts.ts';

export type BudgetMeasure = 'gramsCo2e' | 'wattHours' | 'tokens';

export interface BudgetRequest {
  id: string;
  range: PeriodKind;
  measure: BudgetMeasure;
  limit: number;
  /** Null: any. */
  site: string | null;
  modelId: string | null;
}

/** How much of a budget is used up. */
export interface BudgetVerdict extends BudgetRequest {
  /** The period that it was judged in, such as "2026-01". */
  date: string;
  used: Range;
  /** Central value used up, 1 when all of it is. */
  share: number;
  state: 'within' | 'near' | 'over';
  /** The highest of 0.5, 0.8 and 1 that was reached; 0 when none was. */
  reached: number;
}

/** The year as a whole, if use goes on as it did. */
export interface Forecast {
  year: string;
  gramsCo2e: Range;
  energyWattHours: Range;
  /** Days of use that it goes by. */
  days: number;
}

/** Something that weighs about as much. */
export interface Equivalence {
  /** Such as `smartphone-charge`; its words are the view's. */
  id: string;
  /** How many of it: charges, kilometres. */
  amount: Range;
  unit: string;
  scope: string;
  source: Source;
}
