import type { Admission } from './create-budget.ts';

/** A name from outside, or "other" for one that is none (docs/data.md#service-budgets). */
export function nameFrom(given: string | null | undefined): string {
  return given != null && /^[\w.-]{1,64}$/.test(given) ? given : 'other';
}

export const BUDGET_HEADER = 'gramme-budget';

/** What the header of an answer says: `warn; budget="translation-day"; share=0.83`. */
export function headerOf({ verdict, deciding }: Admission): string | null {
  if (deciding === null || verdict === 'allow') return null;
  return `${verdict}; budget="${deciding.budgetId}"; share=${deciding.reckonedShare.toFixed(2)}`;
}

/** The body of an answer to a request that was not let in. */
export interface Refusal {
  code: 'budget_exceeded';
  message: string;
  budgetId: string;
  service: string;
  language: string;
  share: number;
  resetsOn: string;
}

/** Null: the request is let in. */
export function refusalOf({ verdict, deciding, service, language }: Admission): Refusal | null {
  if (verdict !== 'throttle' || deciding === null) return null;
  const { budgetId, range, reckonedShare, resetsOn } = deciding;
  return {
    code: 'budget_exceeded',
    message: `the ${range}'s budget "${budgetId}" is used up; it begins anew on ${resetsOn}`,
    budgetId,
    service,
    language,
    share: reckonedShare,
    resetsOn,
  };
}
