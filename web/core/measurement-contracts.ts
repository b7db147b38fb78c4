import type { Range } from './contracts.ts';

/** What methods are told of each measured server, besides its model, accelerator and tokens. */
export type KnownOfServer = 'batch' | 'accelerators' | 'precision';

export interface ValidateRequest {
  /** Ids of methods. */
  methods: readonly string[];
  know?: readonly KnownOfServer[];
  /** Whether each row's figures are wanted. */
  predictions?: boolean;
}

/** How near a method comes; errors and shares are fractions: 0.2 is 20 %. */
export interface Score {
  rows: number;
  /** Mean and median of the absolute errors beside what was measured. */
  mape: number;
  medianApe: number;
  /** R² of the logarithms. */
  r2Log: number;
  /** Share of rows that are at most twice and at least half of what was measured. */
  withinFactor2: number;
  /** Share of rows whose measurement lies in the range. */
  bandCoverage: number;
}

export interface GroupScore extends Score {
  name: string;
}

/** One measurement beside what a method says of it: joules of the accelerators for one request. */
export interface Prediction {
  /** Number of its record in the file; the header is 1. */
  row: number;
  family: string;
  hardware: string;
  measuredJoules: number;
  predictedJoules: Range;
}

export interface MethodScore extends Score {
  method: string;
  profile: string;
  byFamily: GroupScore[];
  byHardware: GroupScore[];
  /** Only when asked for. */
  predictions?: Prediction[];
}

export interface Validation {
  /** Rows that could be used. */
  rows: number;
  skipped: { reason: string; rows: number }[];
  methods: MethodScore[];
}
