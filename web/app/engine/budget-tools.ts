import type { DecideRequest, DecisionRow } from '../../core/decision-contracts.ts';
import type { FullGramme } from '../../core/gramme-contracts.ts';
import type {
  BudgetStanding,
  DatedUse,
  ServiceBudget,
} from '../../core/service-budget-contracts.ts';

/** How budgets stand at the end of a month, or of an even day of it, that goes as the matrix says. */
export interface PlannedBudgets {
  budgets: ServiceBudget[];
  standings: BudgetStanding[];
}

/** Any date does: what is planned has none. */
const PLANNED_DATE = '2000-01-01';
const DAYS_OF_MONTH = 30;

function usesOf(gramme: FullGramme, rows: readonly DecisionRow[]): DatedUse[] {
  return rows
    .filter(({ filesPerMonth }) => filesPerMonth > 0)
    .map(({ service, language, filesPerMonth, gramsCo2ePerMonth, wattHoursPerMonth }) => {
      const { row } = gramme.weighServiceUse({
        service,
        language,
        requests: Math.max(1, Math.round(filesPerMonth)),
        measured: { gramsCo2e: gramsCo2ePerMonth, energyWattHours: wattHoursPerMonth },
      });
      return { date: PLANNED_DATE, row };
    });
}

/** The same matrix with the files of one even day. */
function dayRows(gramme: FullGramme, matrix: string, rows: readonly DecisionRow[]): DecisionRow[] {
  const set: DecideRequest['set'] = rows.map(({ service, language, filesPerMonth }) => ({
    path: `${service}.${language}.files_per_month`,
    value: filesPerMonth / DAYS_OF_MONTH,
  }));
  return gramme.decide(matrix, { set }).changed?.rows ?? [];
}

/** Holds what a matrix plans against budgets, both as YAML; `rows` is what the matrix was judged to be. */
export function planBudgets(
  gramme: FullGramme,
  matrix: string,
  rows: readonly DecisionRow[],
  file: string,
): PlannedBudgets {
  const budgets = gramme.serviceBudgets(file);
  const standingsOf = (planned: readonly DecisionRow[]) => {
    const uses = usesOf(gramme, planned);
    const state = gramme.addServiceUse({ budgets, state: null, uses });
    return gramme.reportServices({ budgets, state, date: PLANNED_DATE }).budgets;
  };
  const ofMonth = standingsOf(rows).filter(({ range }) => range === 'month');
  const ofDay = standingsOf(dayRows(gramme, matrix, rows)).filter(({ range }) => range === 'day');
  const place = ({ budgetId }: BudgetStanding) => budgets.findIndex(({ id }) => id === budgetId);
  return { budgets, standings: [...ofDay, ...ofMonth].sort((a, b) => place(a) - place(b)) };
}
