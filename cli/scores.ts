import type { Score } from '../web/core/node.ts';

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

export const SCORE_HEADER = [
  'rows',
  'mean error',
  'median',
  'R² of logs',
  'within × 2',
  'in the 90 % band',
];

/** A score as cells under SCORE_HEADER. */
export const scoreCells = (score: Score): string[] => [
  String(score.rows),
  percent(score.mape),
  percent(score.medianApe),
  score.r2Log.toFixed(3),
  percent(score.withinFactor2),
  percent(score.bandCoverage),
];
