/** What the height of a chart stands for. */
import { scaleFor } from '../look/figures.ts';
import type { Bar } from './bar-chart.ts';

/** Whiskers do not make bars of less than a third of the chart: longer ones end at its edge. */
const MOST_OF_CENTRAL = 3;

const highestOf = (bars: Bar[], bound: 'central' | 'high') =>
  Math.max(...bars.map(({ gramsCo2e }) => gramsCo2e[bound]), 0);

/** What the whole height stands for. */
export function longestOf(bars: Bar[]): number {
  const [central, high] = [highestOf(bars, 'central'), highestOf(bars, 'high')];
  return Math.max(central > 0 ? Math.min(high, central * MOST_OF_CENTRAL) : high, 1e-9);
}

/** The unit of the axis. */
export const axisUnit = (bars: Bar[]): string => scaleFor(longestOf(bars), 'gramsCo2e').unit;

/** Some whiskers go on beyond the edge. */
export const isCut = (bars: Bar[]): boolean => highestOf(bars, 'high') > longestOf(bars);
