import type { Range, Sums } from '../core/contracts.ts';
import { centralText } from '../look/figures.ts';
import { language, text } from '../words/words.ts';
import type { Bar } from './bar-chart.ts';
import { dateWords, type Span } from './period-words.ts';

/** The sums of a span of time, and of the parts that it consists of, in order; empty ones have no requests. */
export interface SpanSeries {
  period: Span & { stats: Sums };
  parts: { date: string; stats: Sums }[];
}

type Part = SpanSeries['parts'][number];

const HEADINGS = {
  years: 'chart_years',
  year: 'chart_months',
  month: 'chart_days',
  day: 'chart_days',
} as const;

/** "By day", "By month", "By year". */
export const seriesHeading = ({ period }: SpanSeries): string => text(HEADINGS[period.range]);

/** Days that are written under a month's bars. */
const WRITTEN_DAYS = 5;
/** Means of the two halves that differ by less are the same. */
const STEADY = 0.1;

function formatted(date: string, format: Intl.DateTimeFormatOptions): string {
  const [year, month = 1, day = 1] = date.split('-').map(Number);
  const midday = new Date(year ?? 0, month - 1, day, 12);
  return new Intl.DateTimeFormat(language(), format).format(midday);
}

const isDay = (date: string) => date.length === 10;
const isYear = (date: string) => date.length === 4;

/** "Nov 20", "November" or "2026". */
export function partName(date: string): string {
  if (isYear(date)) return date;
  return formatted(date, isDay(date) ? { day: 'numeric', month: 'short' } : { month: 'long' });
}

function barLabel(date: string): string {
  if (isYear(date)) return date;
  if (!isDay(date)) return formatted(date, { month: 'narrow' });
  const day = Number(date.slice(8));
  return day === 1 || day % WRITTEN_DAYS === 0 ? String(day) : '';
}

export function barsOf({ parts }: SpanSeries, today: string): Bar[] {
  return parts.map(({ date, stats }) => ({
    label: barLabel(date),
    gramsCo2e: stats.gramsCo2e,
    isNow: today.startsWith(date),
  }));
}

function trendOf(parts: Part[]): string {
  const used = parts.filter(({ stats }) => stats.requests > 0);
  const mean = (half: Part[]) =>
    half.reduce((sum, { stats }) => sum + stats.gramsCo2e.central, 0) / Math.max(1, half.length);
  const middle = Math.floor(used.length / 2);
  const before = mean(used.slice(0, middle));
  const after = mean(used.slice(middle));
  if (before === 0 || Math.abs(after / before - 1) < STEADY) return text('chart_steady');
  return text(after > before ? 'chart_rising' : 'chart_falling');
}

/** The chart in a sentence: the sum, the largest part, and where it is going. */
export function seriesSentence(series: SpanSeries): string {
  const { period, parts } = series;
  const gramsText = (range: Range) => `${centralText(range, 'gramsCo2e', language())} CO₂e`;
  const most = [...parts].sort((a, b) => b.stats.gramsCo2e.central - a.stats.gramsCo2e.central)[0];
  if (most === undefined || most.stats.requests === 0) return text('chart_empty');
  return text(
    isDay(most.date) ? 'chart_summary' : 'chart_summary_month',
    seriesHeading(series),
    dateWords(period),
    gramsText(period.stats.gramsCo2e),
    partName(most.date),
    gramsText(most.stats.gramsCo2e),
    trendOf(parts),
  );
}
