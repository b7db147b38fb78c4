import type { Analysis } from '../../core/analysis-contracts.ts';
import { dayText } from '../../parts/amount-words.ts';
import { plural, text } from './words.ts';

/** The first and the last day that anything is told of. */
function daysOf({ firstDay, lastDay, measured }: Analysis): string[] {
  const measuredDays = measured?.days.map(({ date }) => date) ?? [];
  return [firstDay, lastDay, ...measuredDays].filter((day) => day !== null).sort();
}

/** "1,204 requests · from 1 Jan 2026 to 3 Mar 2026". */
export function spanText(analysis: Analysis): string {
  const { total, measured } = analysis;
  const days = daysOf(analysis);
  const [first, last] = [days[0], days.at(-1)];
  const runs = measured?.total.runs ?? 0;
  const parts = [
    total.requests > 0 || runs === 0 ? plural('requests', Math.round(total.requests)) : '',
    runs > 0 ? plural('runs', runs) : '',
    first === undefined || last === undefined
      ? ''
      : first === last
        ? dayText(first)
        : text('span', dayText(first), dayText(last)),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
