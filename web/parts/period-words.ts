import type { PeriodKind } from '../core/contracts.ts';
import { language } from '../words/words.ts';

const FORMATS: Record<PeriodKind, Intl.DateTimeFormatOptions> = {
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  month: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
};

/** A day, month or year; or a span of several years, whose date is already in words. */
export interface Span {
  range: PeriodKind | 'years';
  date: string;
}

/** "Friday, November 20", "November 2026" or "2026". */
export function dateWords({ range, date }: Span): string {
  if (range === 'years') return date;
  const [year, month = 1, day = 1] = date.split('-').map(Number);
  const midday = new Date(year ?? 0, month - 1, day, 12);
  return new Intl.DateTimeFormat(language(), FORMATS[range]).format(midday);
}
