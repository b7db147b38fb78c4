/** One sample: what is counted in it, and the tokens it has. */
export interface Row {
  counts: number[];
  tokens: number;
}

/** Pull towards the priors; all weights of one sample together pull about as much as one. */
const PRIOR_WEIGHT = 0.2;
/** Errors are relative; short texts count as if they had this many tokens more. */
const RELATIVE_TO_MORE_TOKENS = 4;
/** Relative errors beyond this count in proportion, not squared. */
const ROBUST_FROM = 0.06;
const ROBUST_ROUNDS = 15;
const SWEEPS = 400;

export const product = (a: number[], b: number[]) =>
  a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);

const scaleOf = ({ tokens }: Row) => tokens + RELATIVE_TO_MORE_TOKENS;

interface NormalEquations {
  matrix: number[][];
  right: number[];
}

function equationsOf(rows: Row[], trust: number[], priors: number[]): NormalEquations {
  const matrix = priors.map(() => priors.map(() => 0));
  const right = priors.map(() => 0);
  rows.forEach((row, index) => {
    const weight = (trust[index] ?? 0) / scaleOf(row) ** 2;
    row.counts.forEach((a, i) => {
      right[i] = (right[i] ?? 0) + weight * a * row.tokens;
      const line = matrix[i] ?? [];
      row.counts.forEach((b, j) => {
        line[j] = (line[j] ?? 0) + weight * a * b;
      });
    });
  });
  priors.forEach((prior, i) => {
    const pull = PRIOR_WEIGHT / prior ** 2;
    const line = matrix[i] ?? [];
    line[i] = (line[i] ?? 0) + pull;
    right[i] = (right[i] ?? 0) + pull * prior;
  });
  return { matrix, right };
}

/** Coordinate descent; no weight is negative. */
function descend({ matrix, right }: NormalEquations, start: number[]): number[] {
  const solution = [...start];
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let i = 0; i < solution.length; i++) {
      const line = matrix[i] ?? [];
      const own = line[i] ?? 1;
      const others = product(line, solution) - own * (solution[i] ?? 0);
      solution[i] = Math.max(0, ((right[i] ?? 0) - others) / own);
    }
  }
  return solution;
}

/** Weights by robust least squares of relative errors, never negative, drawn to their priors. */
export function solve(rows: Row[], priors: number[]): number[] {
  let solution = [...priors];
  let trust = rows.map(() => 1);
  for (let round = 0; round < ROBUST_ROUNDS; round++) {
    solution = descend(equationsOf(rows, trust, priors), solution);
    trust = rows.map((row) => {
      const error = Math.abs(product(row.counts, solution) - row.tokens) / scaleOf(row);
      return ROBUST_FROM / Math.max(error, ROBUST_FROM);
    });
  }
  return solution;
}
