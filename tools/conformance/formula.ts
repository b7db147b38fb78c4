// One case of a formula: all of its inputs, and the figures it must give.
import type { Check } from './replay.ts';

interface FormulaRequest {
  method: string;
  profile?: string;
  constants?: Record<string, number>;
  inputs: object;
}

/** Figures by their name in the answer. */
export type Expected = Record<string, number>;

export function formulaCheck(name: string, request: FormulaRequest, expected: Expected): Check {
  return {
    name,
    request: { call: 'evaluate', request },
    isErrorExpected: false,
    pairs: (answer) =>
      Object.entries(expected).map(([key, value]) => ({
        name: key,
        actual: (answer as Partial<Expected>)[key],
        expected: value,
      })),
  };
}

/** For files that state no tolerance. */
export const DEFAULT_TOLERANCE = 1e-12;

export const GRAMS_PER_KILOGRAM = 1000;
export const GRAMS_PER_TONNE = 1e6;
export const WATTS_PER_KILOWATT = 1000;
export const WATT_HOURS_PER_KILOWATT_HOUR = 1000;
export const KILOWATT_HOURS_PER_MEGAWATT_HOUR = 1000;
