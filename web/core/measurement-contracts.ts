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

/** A file of measurements (docs/data.md#calibration-files) that is read once, in parts of any size. */
export interface MeasurementFile {
  /** Its name, which tells the hardware of MELODI files. */
  name: string;
  /** Where it was measured, when neither a column nor the name says so. */
  hardware?: string;
  parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** How far a fit is off on rows it has not seen; errors and shares are fractions. */
export interface HeldOutScore {
  rows: number;
  mape: number;
  medianApe: number;
  r2: number;
  bandCoverage: number;
}

/** E = a · input tokens + b · output tokens + c, in watt-hours, and how well it holds. */
export interface CalibrationFit {
  inputWattHoursPerToken: number;
  outputWattHoursPerToken: number;
  requestWattHours: number;
  /** What 5 % to 95 % of the rows are beside the line. */
  residualFactor: Range;
  rows: number;
  /** Rows that were more than five times off, and left out. */
  outliers: number;
  heldOut: HeldOutScore;
}

export interface CalibrationGroup {
  model: string;
  hardware: string;
  /** What the meter saw. */
  boundary: string[];
  rows: number;
  /** Rows that were kept for the fit: all, up to a million over all groups. */
  keptRows: number;
  /** Null when none is possible; `refusal` says why. */
  fit: CalibrationFit | null;
  refusal: string | null;
}

export interface SkippedRows {
  reason: string;
  rows: number;
  firstFile: string;
  firstRow: number;
}

export interface CalibrationResult {
  /** Rows that could be used. */
  rows: number;
  keptRows: number;
  skipped: SkippedRows[];
  groups: CalibrationGroup[];
  /** A config that estimates take: the text for `loadOverlay` or a file for `--config`. */
  overlay: string;
}

/** How many entries the catalog has under an overlay. */
export interface OverlaidCatalog {
  models: number;
  regions: number;
  providers: number;
  calibrations: number;
}
