import type { Period, PeriodKind } from '../../web/core/contracts.ts';
import { language } from '../shared/text.ts';

const FORMATS: Record<PeriodKind, Intl.DateTimeFormatOptions> = {
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  month: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
};

/** "Friday, November 20", "November 2026" or "2026". */
export function dateWords({ range, date }: Period): string {
  const [year, month = 1, day = 1] = date.split('-').map(Number);
  const midday = new Date(year ?? 0, month - 1, day, 12);
  return new Intl.DateTimeFormat(language(), FORMATS[range]).format(midday);
}
