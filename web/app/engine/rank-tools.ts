import type { EstimateRequest } from '../../core/contracts.ts';
import { type Failure, failureOf } from '../../core/failure.ts';
import type { FullGramme } from '../../core/gramme-contracts.ts';
import type { RankedEstimate, RankRequest } from '../../core/rank-contracts.ts';

/** A ranking, and what could not be estimated: some methods know few models. */
export interface Ranking {
  ranked: RankedEstimate[];
  /** By its place in the list that was asked about. */
  refused: { index: number; failure: Failure }[];
}

/** Ranks what can be estimated; `index` counts in the list as it was given. */
export function rankAll(
  gramme: FullGramme,
  exchanges: readonly EstimateRequest[],
  by: NonNullable<RankRequest['by']>,
): Ranking {
  const known: number[] = [];
  const refused: Ranking['refused'] = [];
  exchanges.forEach((exchange, index) => {
    try {
      gramme.estimate(exchange);
      known.push(index);
    } catch (error) {
      refused.push({ index, failure: failureOf(error) });
    }
  });
  const asked = known.map((index) => exchanges[index] as EstimateRequest);
  const ranked = asked.length === 0 ? [] : gramme.rank({ exchanges: asked, by });
  const place = (index: number) => known[index] ?? index;
  return { ranked: ranked.map((entry) => ({ ...entry, index: place(entry.index) })), refused };
}
