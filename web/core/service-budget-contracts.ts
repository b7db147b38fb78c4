/** Budgets of services, as they cross the core's door (docs/data.md#service-budgets). */
import type { EstimateRequest, Figure, Range, Warning } from './contracts.ts';
import type { BudgetMeasure } from './view-contracts.ts';

export interface ServiceBudget {
  id: string;
  service: string;
  /** Null: all languages together. */
  language: string | null;
  range: 'day' | 'month';
  measure: BudgetMeasure;
  limit: number;
  warnShare: number;
  throttleShare: number;
}

/** A file that a profile of config/services.yaml weighs. */
export interface Workload {
  kind: string;
  region?: string;
  pue?: Figure;
  audioSeconds?: Figure;
  characters?: Figure;
  outputCharacters?: Figure;
  inputTokens?: Figure;
  outputTokens?: Figure;
}

/** What was measured elsewhere: energy at the machine, emissions as they are to count, or both. */
export interface MeasuredUse {
  energyWattHours?: Figure;
  gramsCo2e?: Figure;
  region?: string;
  pue?: Figure;
  inputTokens?: Figure;
  outputTokens?: Figure;
}

/** What was used: one of the three. */
export type Use =
  | { exchange: EstimateRequest }
  | { workload: Workload }
  | { measured: MeasuredUse };

/** A use, the service it belongs to, and how many requests it tells of (usually 1). */
export type ServiceUse = Use & { service: string; language: string; requests?: number };

/** A row as the state keeps it; only the core looks into it. */
export type ServiceRow = readonly unknown[];

export interface WeighedUse {
  row: ServiceRow;
  requests: number;
  tokens: Range;
  energyWattHours: Range;
  gramsCo2e: Range;
  warnings: Warning[];
}

export interface ServicePeriod {
  date: string;
  rows: ServiceRow[];
}

export interface ServiceState {
  schema: number;
  days: ServicePeriod[];
  months: ServicePeriod[];
}

/** A weighed use with the local day that it counts on. */
export interface DatedUse {
  date: string;
  row: ServiceRow;
}

export type VerdictName = 'allow' | 'warn' | 'throttle';

/** How a budget stands. */
export interface BudgetStanding {
  budgetId: string;
  service: string;
  language: string | null;
  range: 'day' | 'month';
  measure: BudgetMeasure;
  limit: number;
  date: string;
  used: Range;
  /** Central value used up, 1 when all of it is. */
  share: number;
  /** The same with the requests in flight. */
  reckonedShare: number;
  verdict: VerdictName;
  reason: 'within' | 'warn_share_reached' | 'limit_reached' | 'in_flight_fills_limit';
  /** The day on which it begins anew. */
  resetsOn: string;
}

export interface ServiceVerdict {
  verdict: VerdictName;
  /** The budget that decides; null: none is meant. */
  deciding: BudgetStanding | null;
}

export interface InFlight {
  service: string;
  language: string;
  requests: number;
}

export interface ServiceSums {
  requests: number;
  tokens: Range;
  /** Of the uses whose energy is known: `energy_unknown` among the warnings counts the others. */
  energyWattHours: Range;
  gramsCo2e: Range;
  /** Of the requests whose water is known. */
  waterLitres: Range;
  waterUnknownRequests: number;
  /** Null without requests; the energy also where that of some is not known. */
  perRequest: { tokens: Range; energyWattHours: Range | null; gramsCo2e: Range } | null;
  warnings: Record<string, number>;
}

export type SumsOfService = ServiceSums & { service: string | null; language: string | null };

export interface ServicePeriodReport {
  date: string;
  total: ServiceSums;
  byService: SumsOfService[];
  byLanguage: SumsOfService[];
  byServiceAndLanguage: SumsOfService[];
}

export interface ServiceReport {
  methodology: string;
  date: string;
  day: ServicePeriodReport;
  month: ServicePeriodReport;
  budgets: BudgetStanding[];
}

/** Budgets and what counts against them so far. */
export interface ServiceAccounts {
  budgets: readonly ServiceBudget[];
  state: ServiceState | null;
}

/** What the full core does for budgets of services. All throw GrammeError. */
export interface ServiceBudgetCalls {
  /** Reads a file of budgets, YAML or JSON. */
  serviceBudgets(text: string | Uint8Array): ServiceBudget[];
  weighServiceUse(use: ServiceUse): WeighedUse;
  addServiceUse(request: ServiceAccounts & { uses: readonly DatedUse[] }): ServiceState;
  judgeService(
    request: ServiceAccounts & {
      date: string;
      service: string;
      language: string;
      inFlight?: readonly InFlight[];
    },
  ): ServiceVerdict;
  reportServices(request: ServiceAccounts & { date: string }): ServiceReport;
  /** The same as CSV: a line for each service and language. */
  reportServicesCsv(request: ServiceAccounts & { date: string }): string;
}
