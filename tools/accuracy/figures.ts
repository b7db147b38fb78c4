// The same scores and comparisons as figures, for the app's page of methods.
import type { Score } from '../../web/core/node.ts';
import { KNOWLEDGE, METHODS, type Measured, scoreOf, unseenScore } from './measured.ts';
import type { Comparison } from './published.ts';

const DIGITS = 4;

const short = (value: number) => Number(value.toPrecision(DIGITS));

const scoreFigures = ({ medianApe, withinFactor2, bandCoverage, rows }: Score) => ({
  medianError: short(medianApe),
  withinFactor2: short(withinFactor2),
  inRange: short(bandCoverage),
  rows,
});

/** Roofline, fitted to these rows, is judged on families that its fit has not seen. */
function scores(measured: Measured) {
  const [own, ...others] = METHODS;
  return KNOWLEDGE.flatMap((known) => [
    { known, method: own, ...scoreFigures(unseenScore(measured, known)) },
    ...others.map((method) => ({
      known,
      method,
      ...scoreFigures(scoreOf(measured, known, method)),
    })),
  ]);
}

function publishedFigure({ entry, quantity, published, ours, isInRange, because }: Comparison) {
  const { name, what, source, asOf } = entry;
  const { low, central, high } = ours;
  const range = { low: short(low), central: short(central), high: short(high) };
  return { name, what, source, asOf, quantity, published, ours: range, isInRange, because };
}

/** Written as a file, which the app reads as it is built. */
export function writeFigures(measured: Measured, comparisons: Comparison[]): string {
  const figures = {
    scores: scores(measured),
    published: comparisons.map(publishedFigure),
  };
  return `${JSON.stringify(figures, null, 2)}\n`;
}
