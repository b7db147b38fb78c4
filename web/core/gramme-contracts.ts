/** What a started core can do: types alone, for everybody who installs the package. */
import type { AnalyseCalls } from './analysis-contracts.ts';
import type { Calculated, CalculateRequest } from './calculator-contracts.ts';
import type {
  CountedAnswer,
  CountRequest,
  Estimate,
  EstimateRequest,
  Lists,
  Period,
  PeriodKind,
  ResolvedModel,
  TokenCount,
  Version,
} from './contracts.ts';
import type { Decided, DecideRequest } from './decision-contracts.ts';
import type { ExplainedEstimate } from './explain-contracts.ts';
import type { LedgerCalls } from './ledger-contracts.ts';
import type {
  CalibrationResult,
  MeasurementFile,
  OverlaidCatalog,
  ValidateRequest,
  Validation,
} from './measurement-contracts.ts';
import type { RankedEstimate, RankRequest } from './rank-contracts.ts';
import type { ServiceBudgetCalls } from './service-budget-contracts.ts';
import type { ImportedVocabulary, ImportRequest, TokenCalls } from './token-contracts.ts';
import type { TokenUsage } from './usage-contracts.ts';

/** The core's functions. All throw GrammeError with a code of docs/errors.md. */
export interface Gramme extends TokenCalls, LedgerCalls {
  version(): Version;
  estimate(request: EstimateRequest): Estimate;
  /** An estimate with what it adds up from and what each factor does to it. */
  explain(request: EstimateRequest): ExplainedEstimate;
  /**
   * Tokens in the words of an exchange, from a provider's `usage` record, whatever words it has;
   * with those of an earlier event of the same stream. Errors: out_of_range for contradictions.
   */
  usageOf(report: object, before?: TokenUsage): TokenUsage;
  resolveModel(request: CountRequest): ResolvedModel;
  list<Name extends keyof Lists>(name: Name): Lists[Name];
  /** Any function of the door by name, for conformance runs and tests. */
  call(name: string, request: unknown): unknown;
}

/** Which period the exchanges lie in. */
export interface TotalsRequest {
  range: PeriodKind;
  date: string;
}

/** One exchange of many; its prompt counts as typed unless it is said to be a regenerate's. */
export type ManyExchange = EstimateRequest & Partial<Pick<CountedAnswer, 'isPromptNew'>>;

export interface CalibrateOptions {
  /** The date to note in the overlay; today by default. */
  asOf?: string;
}

/** The core with its tools: what Node and the command run, and pages that ask for it. */
export interface FullGramme extends Gramme, AnalyseCalls, ServiceBudgetCalls {
  /**
   * Takes a vocabulary of one's own (`.gvoc`, `.tiktoken`, `tokenizer.json`, `tekken.json`); from
   * then on `{ encoding: name }` counts with it.
   */
  importVocabulary(file: Uint8Array, request: ImportRequest): ImportedVocabulary;
  /** Estimates any number of exchanges of one period and sums them up; the fastest way to do so. */
  totals(exchanges: Iterable<ManyExchange>, request: TotalsRequest): Period;
  /**
   * Counts one text without making its vocabulary ready for more: the soonest answer when nothing
   * else is counted. Texts of more than 16 KiB take as long as with `count`.
   */
  countOnce(text: string | Uint8Array, request: CountRequest): Promise<TokenCount>;
  /** Exchanges in the order of what they weigh; ranges that overlap are ties. */
  rank(request: RankRequest): RankedEstimate[];
  /** Scores methods on a CSV file of measurements (docs/data.md#measurements). */
  validate(csv: string | Uint8Array, request: ValidateRequest): Validation;
  /** Fits measurements of one's own, of any size (docs/data.md#calibrate). */
  calibrate(
    files: Iterable<MeasurementFile> | AsyncIterable<MeasurementFile>,
    options?: CalibrateOptions,
  ): Promise<CalibrationResult>;
  /** Puts a config of one's own, as YAML, over the catalog; later ones lie over earlier ones. */
  loadOverlay(yaml: string): OverlaidCatalog;
  /**
   * What the calculator of the project's origin answers, its faults included; to estimate, call
   * `estimate`. `config`: a configuration of it, as YAML.
   */
  calculate(request: CalculateRequest, config?: string): Calculated;
  /** Ranks and advises on the services of a decision matrix, YAML or JSON (docs/decide.md). */
  decide(matrix: string | Uint8Array, request?: DecideRequest): Decided;
  /** The same as CSV: a line for each row, and for each row of each month ahead. */
  decideCsv(matrix: string | Uint8Array, request?: DecideRequest): string;
}

/** What every loader of the full core takes. */
export interface FullLoadOptions {
  /** A config of one's own, as YAML (config/README.md), or several. */
  config?: string | readonly string[] | undefined;
}
