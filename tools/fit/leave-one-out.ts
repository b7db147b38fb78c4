import { type BandShares, fitBands, isCovered, type Miss, partsOf } from './bands.ts';
import { PARAMETERS, rowOf } from './parameters.ts';
import type { CountedSample } from './samples.ts';
import { product, type Row, solve } from './solve.ts';

const priors = PARAMETERS.map(({ prior }) => prior);

/** The fit to all samples, and how far off it is on samples it has not seen. */
export interface Fit {
  solution: number[];
  bands: BandShares;
  misses: Miss[];
  /** Samples whose count lies in the band, the band too made without the sample. */
  covered: number;
}

export function fit(samples: CountedSample[]): Fit {
  const rows: Row[] = samples.map(({ features, tokens }) => ({ counts: rowOf(features), tokens }));
  const without = <T>(list: T[], index: number) => list.filter((_, other) => other !== index);
  const misses = rows.map(({ counts, tokens }, index): Miss => {
    const solution = solve(without(rows, index), priors);
    const category = samples[index]?.category ?? '';
    const parts = partsOf(counts, solution);
    return { category, tokens, estimated: product(counts, solution), parts };
  });
  return {
    solution: solve(rows, priors),
    bands: fitBands(misses),
    misses,
    covered: misses.filter((miss, index) => isCovered(miss, fitBands(without(misses, index))))
      .length,
  };
}

/** Mean of the relative errors, counts rounded as they are shown. */
export function meanError(misses: Miss[], categories: RegExp): number {
  const chosen = misses.filter(({ category }) => categories.test(category));
  const errors = chosen.map(
    ({ tokens, estimated }) => Math.abs(Math.round(estimated) - tokens) / tokens,
  );
  return errors.reduce((sum, error) => sum + error, 0) / errors.length;
}
