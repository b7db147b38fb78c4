// Every method on the metered rows: what it is told, how far off it is, and row by row.
import { readFileSync } from 'node:fs';
import type {
  FullGramme,
  KnownOfServer,
  MethodScore,
  Prediction,
  Score,
} from '../../web/core/node.ts';
import { fitServing, SERVING_ROWS, type ServingFit } from '../fit/serving-fit.ts';

/** The project's method first. */
export const METHODS = [
  'roofline',
  'ecologits',
  'duration',
  'prefill-decode',
  'per-token',
  'jegham-2025',
  'epoch-2025',
] as const;

export const KNOWLEDGE = ['all', 'batchUnknown', 'nothing'] as const;
export type Knowledge = (typeof KNOWLEDGE)[number];

const TOLD: Record<Knowledge, KnownOfServer[]> = {
  all: ['batch', 'accelerators', 'precision'],
  batchUnknown: ['accelerators', 'precision'],
  nothing: [],
};

/** What the file says of a row besides its figures. */
export interface RowFacts {
  source: string;
  precision: string;
  /** `dense`, `moe` or another. */
  architecture: string;
}

export interface Measured {
  /** Roofline on rows that its fit has not seen. */
  fit: ServingFit;
  scores: Record<Knowledge, MethodScore[]>;
  /** By the number of the record in the file. */
  facts: Map<number, RowFacts>;
}

/** The header is record 1. */
const FIRST_ROW = 2;

/** Quotes stand only after the columns that are read. */
function readFacts(csv: string): Map<number, RowFacts> {
  const [header = '', ...rows] = csv.trimEnd().split('\n');
  const columns = header.split(',');
  return new Map(
    rows.map((row, index) => {
      const cells = row.split(',');
      const cell = (column: string) => cells[columns.indexOf(column)] ?? '';
      const facts = {
        source: cell('source'),
        precision: cell('precision'),
        architecture: cell('arch'),
      };
      return [index + FIRST_ROW, facts];
    }),
  );
}

export function measure(gramme: FullGramme): Measured {
  const csv = readFileSync(SERVING_ROWS, 'utf8');
  const scoresOf = (known: Knowledge) =>
    gramme.validate(csv, { methods: METHODS, know: TOLD[known], predictions: true }).methods;
  return {
    fit: fitServing(SERVING_ROWS),
    scores: {
      all: scoresOf('all'),
      batchUnknown: scoresOf('batchUnknown'),
      nothing: scoresOf('nothing'),
    },
    facts: readFacts(csv),
  };
}

export function scoreOf(measured: Measured, known: Knowledge, method: string): MethodScore {
  const found = measured.scores[known].find((score) => score.method === method);
  if (found === undefined) throw new Error(`no score of ${method}`);
  return found;
}

/** Roofline on unseen families, with as much known. */
export function unseenScore({ fit }: Measured, known: Knowledge): Score {
  const { leaveOneFamilyOut } = fit;
  return {
    all: leaveOneFamilyOut,
    batchUnknown: leaveOneFamilyOut.batchUnknown,
    nothing: leaveOneFamilyOut.nothingKnown,
  }[known];
}

const ARCHITECTURE_NAMES: Record<string, string> = {
  dense: 'dense',
  moe: 'mixture of experts',
};

/** Ways of grouping rows, and what a row is called in each. */
export const KINDS: Record<string, (facts: RowFacts) => string> = {
  architecture: ({ architecture }) => ARCHITECTURE_NAMES[architecture] ?? architecture,
  precision: ({ precision }) => precision,
  collection: ({ source }) => source,
};

export function factsOf({ facts }: Measured, { row }: Prediction): RowFacts {
  const found = facts.get(row);
  if (found === undefined) throw new Error(`no row ${row} in the file`);
  return found;
}

export const isMixture = (measured: Measured, row: Prediction): boolean =>
  factsOf(measured, row).architecture === 'moe';
