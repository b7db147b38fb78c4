import type { EstimateRequest } from '../../core/contracts.ts';
import type { DecisionRow } from '../../core/decision-contracts.ts';
import type { FullGramme } from '../../core/gramme-contracts.ts';
import type { RankRequest } from '../../core/rank-contracts.ts';
import type { PlannedBudgets } from './budget-tools.ts';
import type { Ranking } from './rank-tools.ts';

/** What a page asks of the full core, in a worker of its own that starts when it is first asked. */
export interface ToolsApi extends Pick<FullGramme, 'decide' | 'decideCsv'> {
  rankAll(exchanges: readonly EstimateRequest[], by: NonNullable<RankRequest['by']>): Ranking;
  planBudgets(matrix: string, rows: readonly DecisionRow[], file: string): PlannedBudgets;
}
