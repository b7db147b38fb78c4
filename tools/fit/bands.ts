import { type BandGroup, PARAMETERS } from './parameters.ts';

/** How an estimate that did not know its sample missed it. */
export interface Miss {
  category: string;
  tokens: number;
  estimated: number;
  /** Share of the estimate that each group makes. */
  parts: Record<BandGroup, number>;
}

/** Half a band by group, as a share of the estimate. */
export type BandShares = Record<BandGroup, number>;

const GROUPS: BandGroup[] = ['ascii', 'letter', 'cjk', 'sign'];
/** Of a normal distribution, 80 % lie within so many standard deviations. */
const STANDARD_DEVIATIONS = 1.28;
/** Few samples of a group say little: its spread is drawn to that of all, as if by so many. */
const DRAWN_BY = 2;
/** Errors beyond this say that a sample is odd, not how wide the others spread. */
const LARGEST_ERROR = 0.4;

export const MINIMUM_BAND_TOKENS = 3;

const errorOf = ({ tokens, estimated }: Miss) =>
  Math.min(LARGEST_ERROR, Math.abs(estimated - tokens) / Math.max(1, tokens));

function meanSquare(misses: Miss[], group: BandGroup | null): [number, number] {
  let sum = 0;
  let weight = 0;
  for (const miss of misses) {
    const part = group === null ? 1 : miss.parts[group];
    sum += part * errorOf(miss) ** 2;
    weight += part;
  }
  return [weight === 0 ? 0 : sum / weight, weight];
}

/** The spread of the errors of each group's samples, so wide that four in five lie inside. */
export function fitBands(misses: Miss[]): BandShares {
  const [ofAll] = meanSquare(misses, null);
  const share = (group: BandGroup) => {
    const [own, weight] = meanSquare(misses, group);
    return STANDARD_DEVIATIONS * Math.sqrt((own * weight + ofAll * DRAWN_BY) / (weight + DRAWN_BY));
  };
  return Object.fromEntries(GROUPS.map((group) => [group, share(group)])) as BandShares;
}

export function isCovered({ tokens, estimated, parts }: Miss, shares: BandShares): boolean {
  const share = GROUPS.reduce((sum, group) => sum + parts[group] * shares[group], 0);
  const band = Math.max(MINIMUM_BAND_TOKENS, share * estimated);
  return tokens >= estimated - band && tokens <= estimated + band;
}

/** What each group makes of an estimate. */
export function partsOf(counts: number[], solution: number[]): Record<BandGroup, number> {
  const parts: Record<BandGroup, number> = { ascii: 0, letter: 0, cjk: 0, sign: 0 };
  let whole = 0;
  PARAMETERS.forEach(({ group }, index) => {
    const part = (counts[index] ?? 0) * (solution[index] ?? 0);
    parts[group] += part;
    whole += part;
  });
  for (const group of GROUPS) parts[group] /= whole || 1;
  return parts;
}
