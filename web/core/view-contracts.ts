/** What the core works out for views: budgets, forecasts, comparisons. */
import type { Period, PeriodKind, Range, Source, StoredDay, StoredTotals } from './contracts.ts';

/** A period in any of its forms. */
export type AnyPeriod = Period | StoredDay | StoredTotals;

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

/** Budgets, and the periods that they are judged in; what is null weighs nothing. */
export interface BudgetJudging {
  budgets: readonly BudgetRequest[];
  periods: { day?: AnyPeriod | null; month?: AnyPeriod | null; year?: AnyPeriod | null };
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

/** The year so far, and days of the last weeks; today's date. */
export interface ForecastRequest {
  today: string;
  year: AnyPeriod;
  days: readonly (Period | StoredDay)[];
}

/** The year as a whole, if use goes on as it did. */
export interface Forecast {
  year: string;
  gramsCo2e: Range;
  energyWattHours: Range;
  /** Days of use that it goes by. */
  days: number;
}

export interface CompareRequest {
  gramsCo2e: Range;
  energyWattHours: Range;
}

/** Something that weighs about as much. */
export interface Equivalence {
  /** Such as `smartphone-charge`; its words are the view's. */
  id: string;
  name: string;
  /** How many of it: charges, kilometres. */
  amount: Range;
  unit: string;
  scope: string;
  source: Source;
}
