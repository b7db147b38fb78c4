/** Budgets: judged by the core whenever something was counted, told of once at each step. */
import type { BudgetJudging, BudgetVerdict } from '../../web/core/view-contracts.ts';
import type { Settings } from '../shared/settings.ts';
import type { Ledger } from './kept.ts';

/** The highest step that was told, by budget and period. */
export type Alerts = Readonly<Record<string, number>>;

export const ALERTS = 'alerts';
const MOST_ALERTS = 64;

/** A verdict's budget in its period: the next period is told of anew. */
export const alertKey = ({ id, date }: BudgetVerdict): string => `${id}|${date}`;

export function readAlerts(value: unknown): Alerts {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  const steps = Object.entries(value).filter(([, step]) => typeof step === 'number');
  return Object.fromEntries(steps);
}

/** The day, month and year that budgets are judged in; null weighs nothing. */
export type JudgedPeriods = BudgetJudging['periods'];

export interface Judged {
  verdicts: BudgetVerdict[];
  /** Those that reached a step they had not been told of. */
  fresh: BudgetVerdict[];
  alerts: Alerts;
}

/** Judges the user's budgets over stored periods. */
export function judge(
  { gramme }: Ledger,
  periods: JudgedPeriods,
  { settings, alerts }: { settings: Settings; alerts: Alerts },
): Judged {
  if (settings.budgets.length === 0) return { verdicts: [], fresh: [], alerts };
  const verdicts = gramme.judgeBudgets({ budgets: settings.budgets, periods });
  const fresh = verdicts.filter((verdict) => verdict.reached > (alerts[alertKey(verdict)] ?? 0));
  const told = fresh.map((verdict): [string, number] => [alertKey(verdict), verdict.reached]);
  const all = Object.entries({ ...alerts, ...Object.fromEntries(told) });
  return { verdicts, fresh, alerts: Object.fromEntries(all.slice(-MOST_ALERTS)) };
}

/** The budget that is used up most, when one is at its limit or over it. */
export function worstOf(verdicts: readonly BudgetVerdict[]): BudgetVerdict | null {
  const over = verdicts.filter(({ state }) => state === 'over');
  return over.sort((a, b) => b.share - a.share)[0] ?? null;
}
