// What a replay of one vector file is made of.
import type { Answer, DoorRequest } from './engines.ts';

/** A vector file, as far as every kind shares its shape. */
export interface VectorFile {
  kind?: string;
  version?: string;
  tolerance?: number;
  cases?: unknown[];
  vectors?: unknown[];
}

/** The figure the core gave beside the one the vector wants. */
export interface Pair {
  name: string;
  actual: number | undefined;
  expected: number;
}

/** One case: what to ask, and how to judge the answer. */
export interface Check {
  name: string;
  request: DoorRequest;
  /** True where the vector says that the input must be refused. */
  isErrorExpected: boolean;
  pairs(answer: unknown): Pair[];
}

export interface Replay {
  checks: Check[];
  /** Largest relative error that still passes; 0 is exact. */
  tolerance: number;
  /** Cases that no method of ours answers, with the reason. */
  skipped: string[];
}

export type MakeReplay = (file: VectorFile) => Replay;

export interface Outcome {
  passed: number;
  total: number;
  largestRelativeError: number;
  failures: string[];
}

/** |actual − expected| / |expected|; infinite where a figure is missing or zero was expected. */
export function relativeError(pair: Pair): number {
  if (pair.actual === undefined || !Number.isFinite(pair.actual)) return Number.POSITIVE_INFINITY;
  if (pair.actual === pair.expected) return 0;
  return Math.abs(pair.actual - pair.expected) / Math.abs(pair.expected);
}

interface Judgement {
  error: number;
  failure: string | null;
}

function judge(check: Check, answer: Answer, tolerance: number): Judgement {
  if (check.isErrorExpected) {
    return { error: 0, failure: answer.ok ? `${check.name}: an error was expected` : null };
  }
  if (!answer.ok) {
    const { code, path } = answer.error;
    return { error: 0, failure: `${check.name}: ${code} at ${path}` };
  }
  const pairs = check.pairs(answer.value);
  if (pairs.length === 0) return { error: 0, failure: `${check.name}: nothing to compare` };
  const error = Math.max(...pairs.map(relativeError));
  const worst = pairs.find((pair) => relativeError(pair) > tolerance);
  if (worst === undefined) return { error, failure: null };
  const { name, actual, expected } = worst;
  return { error, failure: `${check.name}: ${name} is ${actual}, expected ${expected}` };
}

/** Counts passes; every answer stands at the index of its check. */
export function judgeAll(replay: Replay, answers: Answer[]): Outcome {
  const failures: string[] = [];
  let largestRelativeError = 0;
  replay.checks.forEach((check, index) => {
    const answer = answers[index];
    if (answer === undefined) throw new Error(`no answer to ${check.name}`);
    const { error, failure } = judge(check, answer, replay.tolerance);
    largestRelativeError = Math.max(largestRelativeError, error);
    if (failure !== null) failures.push(failure);
  });
  const total = replay.checks.length;
  return { passed: total - failures.length, total, largestRelativeError, failures };
}
