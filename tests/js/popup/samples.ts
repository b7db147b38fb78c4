/** What storage holds in the tests: periods as the core made them, and damaged ones. */
import { localDate } from '../../../extension/shared/dates.ts';
import {
  loadCore,
  periodsOf,
  sampleAnswer,
  sampleYear,
} from '../../../tools/look/sample-periods.ts';
import type { Period } from '../../../web/core/contracts.ts';

const gramme = await loadCore();
const today = localDate(Date.now());

/** One estimated answer of Claude and one exact one of ChatGPT, both today. */
export const twoAnswers = periodsOf(gramme, [
  { date: today, answer: sampleAnswer('claude-sonnet-4-6', 'claude', 420) },
  { date: today, answer: sampleAnswer('gpt-5-5', 'chatgpt', 180) },
]);
export const fullYear = periodsOf(gramme, sampleYear(today));

export const dayOf = (stored: Record<string, Period>) => stored[`day:${today}`] as Period;

/** The two answers under another model id, as a damaged disk might hold it. */
export function renamed(from: string, to: string): Record<string, Period> {
  const inText = JSON.stringify(to).slice(1, -1);
  return JSON.parse(JSON.stringify(twoAnswers).replaceAll(from, inText)) as Record<string, Period>;
}

/** The two answers, one of them without a figure for water. */
export function partlyDry(): Record<string, Period> {
  const stored = structuredClone(twoAnswers);
  for (const { stats, rows } of Object.values(stored)) {
    const row = rows[0];
    if (row === undefined) continue;
    row.waterUnknownRequests = 1;
    stats.waterUnknownRequests = 1;
  }
  return stored;
}
