import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { GroupScore, Prediction, Score } from '../../web/core/measurement-contracts.ts';
import { inRoot } from '../setup/paths.mjs';

export type Figure = number | { low: number; central: number; high: number };

/** Rows predicted by fits that have not seen their group: all is known of the serving, or less. */
export interface UnseenScore extends Score {
  byFamily: GroupScore[];
  byHardware: GroupScore[];
  predictions: Prediction[];
  batchUnknown: Score;
  nothingKnown: Score;
}

/** What gramme_fit prints. */
export interface ServingFit {
  constants: Record<string, Figure>;
  leaveOneFamilyOut: UnseenScore;
  leaveOneHardwareOut: UnseenScore;
}

export const CONFIG = inRoot('config/methods.yaml');
export const SERVING_ROWS = inRoot('tools/fit/serving-train.csv');
const DIGITS = 4;
const OPTIONS = { encoding: 'utf8', maxBuffer: 64 << 20 } as const;

/** Fits the roofline method to a file of measurements. */
export function fitServing(file: string): ServingFit {
  const tool = inRoot('build/native/tools/native/gramme_fit');
  return JSON.parse(execFileSync(tool, [file], OPTIONS)) as ServingFit;
}

const shown = (value: number) => String(Number(value.toPrecision(DIGITS)));

export const yamlOf = (figure: Figure): string =>
  typeof figure === 'number'
    ? shown(figure)
    : `{low: ${shown(figure.low)}, central: ${shown(figure.central)}, high: ${shown(figure.high)}}`;

/** The config with these constants of the roofline method, which stands first, in place of its own. */
export function withConstants(text: string, constants: Record<string, Figure>): string {
  let out = text;
  for (const [name, figure] of Object.entries(constants)) {
    const line = new RegExp(`^(      ${name}: ).*$`, 'm');
    if (!line.test(out)) throw new Error(`config/methods.yaml has no ${name}`);
    out = out.replace(line, `$1${yamlOf(figure)}`);
  }
  return out;
}

export const readMethods = (): string => readFileSync(CONFIG, 'utf8');
