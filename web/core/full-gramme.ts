import createFullGlue from '#glue-full';
import { type CalibrateOptions, calibrate } from './calibrate.ts';
import type { Period } from './contracts.ts';
import { unwrap } from './envelope.ts';
import { type Gramme, type GrammeSources, startCore } from './gramme.ts';
import type {
  CalibrationResult,
  MeasurementFile,
  OverlaidCatalog,
  ValidateRequest,
  Validation,
} from './measurement-contracts.ts';
import type { ImportedVocabulary, ImportRequest } from './token-contracts.ts';
import { type ManyExchange, type TotalsRequest, totalsOf } from './totals.ts';

/** Periods that are rolled up together. */
const MOST_PARTS = 64;

/** The core with its tools: what Node and the command run, and pages that ask for it. */
export interface FullGramme extends Gramme {
  /**
   * Takes a vocabulary of one's own (`.gvoc`, `.tiktoken`, `tokenizer.json`, `tekken.json`); from
   * then on `{ encoding: name }` counts with it.
   */
  importVocabulary(file: Uint8Array, request: ImportRequest): ImportedVocabulary;
  /** Estimates any number of exchanges of one period and sums them up; the fastest way to do so. */
  totals(exchanges: Iterable<ManyExchange>, request: TotalsRequest): Period;
  /** Scores methods on a CSV file of measurements (docs/data.md#measurements). */
  validate(csv: string | Uint8Array, request: ValidateRequest): Validation;
  /** Fits measurements of one's own, of any size (docs/data.md#calibrate). */
  calibrate(
    files: Iterable<MeasurementFile> | AsyncIterable<MeasurementFile>,
    options?: CalibrateOptions,
  ): Promise<CalibrationResult>;
  /** Puts a config of one's own, as YAML, over the catalog; later ones lie over earlier ones. */
  loadOverlay(yaml: string): OverlaidCatalog;
}

/** What every loader of the full core takes. */
export interface FullLoadOptions {
  /** A config of one's own, as YAML (config/README.md), or several. */
  config?: string | readonly string[] | undefined;
}

/** Starts the full core over the given sources. */
export async function createFullGramme(
  sources: GrammeSources,
  { config = [] }: FullLoadOptions = {},
): Promise<FullGramme> {
  const core = await startCore(createFullGlue, sources);
  const { gramme, glue, inbox } = core;
  const loadOverlay = (yaml: string) => {
    const sizes = unwrap(glue.loadOverlay(inbox.write(yaml))) as OverlaidCatalog;
    core.forgetLists();
    return sizes;
  };
  for (const yaml of typeof config === 'string' ? [config] : config) loadOverlay(yaml);
  return {
    ...gramme,
    importVocabulary: (file, request) =>
      unwrap(
        glue.importVocabulary(JSON.stringify(request), inbox.write(file)),
      ) as ImportedVocabulary,
    totals(exchanges, request) {
      let parts: Period[] = [];
      for (const part of totalsOf(glue, inbox, exchanges, request)) {
        parts.push(part);
        // Any number of them comes to one before its document grows beyond what the core reads.
        if (parts.length === MOST_PARTS) parts = [gramme.rollUp({ ...request, parts })];
      }
      return gramme.rollUp({ ...request, parts });
    },
    validate: (csv, request) =>
      unwrap(glue.validate(JSON.stringify(request), inbox.write(csv))) as Validation,
    calibrate: (files, options = {}) => calibrate(core, files, options),
    loadOverlay,
  };
}
