/** A file of budgets as a table (docs/data.md#service-budgets). */
import type { BudgetStanding } from '../../core/service-budget-contracts.ts';
import { rangeText, tokensRangeText } from '../../look/figures.ts';
import { language } from '../../words/words.ts';
import { contentOf, setIn, type YamlDocument } from './yaml-file.ts';

/** With another limit of the budget of that id. */
export function setLimit(document: YamlDocument, id: string, limit: number): YamlDocument {
  const content = contentOf(document) as { budgets?: { id?: unknown }[] } | null;
  const place = (content?.budgets ?? []).findIndex((budget) => budget?.id === id);
  return place < 0 ? document : setIn(document, ['budgets', place, 'limit'], limit);
}

export function usedText({ measure, used }: BudgetStanding): string {
  if (measure === 'tokens') return tokensRangeText(used, language());
  return rangeText(used, measure, language());
}
