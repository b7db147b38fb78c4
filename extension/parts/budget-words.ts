import type { Budget } from '../shared/settings.ts';
import { siteNames } from '../shared/site-facts.ts';
import { language, text } from '../shared/text.ts';

/** Between a figure and its unit. */
const THIN_SPACE = '\u202f';
const UNITS: Record<Budget['measure'], string> = {
  gramsCo2e: 'g CO₂e',
  wattHours: 'Wh',
  tokens: 'tokens',
};

type Limited = Pick<Budget, 'range' | 'measure' | 'limit'> & {
  site: string | null;
  modelId: string | null;
};

/** "1,500 Wh", with all its digits: it was typed so. */
export function limitText({ measure, limit }: Pick<Limited, 'measure' | 'limit'>): string {
  const number = new Intl.NumberFormat(language(), { maximumSignificantDigits: 12 }).format(limit);
  return `${number}${THIN_SPACE}${UNITS[measure]}`;
}

/** "100 g CO₂e per day, ChatGPT". */
export function budgetText(budget: Limited, modelNames: Readonly<Record<string, string>>): string {
  const { site, modelId, range } = budget;
  const scope = [
    ...(site === null ? [] : [siteNames[site] ?? site]),
    ...(modelId === null ? [] : [modelNames[modelId] ?? modelId]),
  ];
  const limit = limitText(budget);
  const period = text(`range_${range}`);
  if (scope.length === 0) return text('budget_sentence', limit, period);
  return text('budget_sentence_scope', limit, period, scope.join(', '));
}
