import { language } from '../words/words.ts';

/** Amounts of storage in the units people know. */
export function bytesText(bytes: number): string {
  const [unit, size] = bytes >= 1e6 ? (['megabyte', 1e6] as const) : (['kilobyte', 1e3] as const);
  const shown = bytes / size;
  return new Intl.NumberFormat(language(), {
    style: 'unit',
    unit,
    maximumFractionDigits: shown < 10 ? 1 : 0,
  })
    .format(shown)
    .replace(/[ \u00a0]/g, '\u202f');
}

/** A calendar date such as "2026-01-15", written for people. */
export function dayText(date: string): string {
  const [year, month = 1, day = 1] = date.split('-').map(Number);
  const midday = new Date(year ?? 0, month - 1, day, 12);
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium' }).format(midday);
}

export function momentText(milliseconds: number): string {
  const format = new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' });
  return format.format(milliseconds);
}
