/** A file of budgets as a table (docs/data.md#service-budgets). */
import type { BudgetStanding } from '../../core/service-budget-contracts.ts';
import { rangeText, tokensRangeText } from '../../look/figures.ts';
import { language } from '../../words/words.ts';
import { listAt, textAt } from './content.ts';
import { changed, contentOf, setIn, type YamlDocument } from './yaml-file.ts';

const placeOf = (document: YamlDocument, id: string): number =>
  listAt(contentOf(document), 'budgets').findIndex((budget) => textAt(budget, 'id') === id);

/** With another limit of the budget of that id. */
export function setLimit(document: YamlDocument, id: string, limit: number): YamlDocument {
  const place = placeOf(document, id);
  return place < 0 ? document : setIn(document, ['budgets', place, 'limit'], limit);
}

export interface NewBudget {
  service: string;
  range: 'day' | 'month';
  measure: 'gramsCo2e' | 'wattHours' | 'tokens';
  limit: number;
}

/** With a budget more, named by what it is of. */
export function withBudget(document: YamlDocument, added: NewBudget): YamlDocument {
  const name = `${added.service}-${added.range}`;
  let id = name;
  for (let count = 2; placeOf(document, id) >= 0; count++) id = `${name}-${count}`;
  return changed(document, (copy) => {
    if (!copy.has('budgets')) copy.set('budgets', copy.createNode([]));
    copy.addIn(['budgets'], copy.createNode({ id, ...added }, { flow: true }));
  });
}

/** Without that one. */
export function withoutBudget(document: YamlDocument, id: string): YamlDocument {
  const place = placeOf(document, id);
  return place < 0 ? document : setIn(document, ['budgets', place], null);
}

export function usedText({ measure, used }: BudgetStanding): string {
  if (measure === 'tokens') return tokensRangeText(used, language());
  return rangeText(used, measure, language());
}
