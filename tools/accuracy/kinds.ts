// Rows put together by what they are, and how far off a method is on each kind.
import type { Prediction } from '../../web/core/node.ts';
import { factsOf, KINDS, type Measured } from './measured.ts';

export interface KindScore {
  kind: string;
  name: string;
  rows: number;
  medianError: number;
  withinFactor2: number;
  coverage: number;
  /** Median of predicted over measured: below 1 the method says too little. */
  medianRatio: number;
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? at(half) : (at(half - 1) + at(half)) / 2;
}

const shareOf = (rows: Prediction[], holds: (row: Prediction) => boolean): number =>
  rows.filter(holds).length / rows.length;

const ratioOf = ({ measuredJoules, predictedJoules }: Prediction): number =>
  predictedJoules.central / measuredJoules;

function scoreKind(kind: string, name: string, rows: Prediction[]): KindScore {
  const ratios = rows.map(ratioOf);
  return {
    kind,
    name,
    rows: rows.length,
    medianError: median(ratios.map((ratio) => Math.abs(ratio - 1))),
    withinFactor2: shareOf(rows, (row) => ratioOf(row) >= 0.5 && ratioOf(row) <= 2),
    coverage: shareOf(
      rows,
      ({ measuredJoules, predictedJoules: { low, high } }) =>
        measuredJoules >= low && measuredJoules <= high,
    ),
    medianRatio: median(ratios),
  };
}

/** Roofline on families that it was not fitted to. */
const unseenRows = ({ fit }: Measured): Prediction[] => fit.leaveOneFamilyOut.predictions;

/** By architecture, precision and collection. */
export function kindScores(measured: Measured, predictions = unseenRows(measured)): KindScore[] {
  return Object.entries(KINDS).flatMap(([kind, nameOf]) => {
    const groups = new Map<string, Prediction[]>();
    for (const row of predictions) {
      const name = nameOf(factsOf(measured, row));
      groups.set(name, [...(groups.get(name) ?? []), row]);
    }
    return [...groups].map(([name, rows]) => scoreKind(kind, name, rows));
  });
}

/** One of them. */
export function kindScore(measured: Measured, name: string): KindScore {
  const found = kindScores(measured).find((score) => score.name === name);
  if (found === undefined) throw new Error(`no rows of ${name}`);
  return found;
}
