/** Analysing files that tell of use (docs/data.md#analyse). */
import type { EstimateRequest, Period, PeriodKind, Range, Sums } from './contracts.ts';

/** A file in parts of any size. */
export interface UsageFile {
  name: string;
  parts: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

/** From a moment on, clocks are so many seconds ahead of UTC. */
export interface ClockShift {
  fromUnixSeconds: number;
  offsetSeconds: number;
}

/** Where and how everything is weighed. */
export type UsageChoice = Pick<
  EstimateRequest,
  | 'region'
  | 'year'
  | 'accounting'
  | 'carbonIntensityGramsCo2ePerKilowattHour'
  | 'pue'
  | 'wueLitresPerKilowattHour'
  | 'gridWueLitresPerKilowattHour'
  | 'method'
  | 'profile'
>;

export interface AnalyseOptions {
  choice?: UsageChoice;
  /** What analytics are weighed as, which name no model. */
  model?: string;
  /** Zone whose calendar days are, such as "Europe/Paris"; that of this machine by default. */
  zone?: string;
}

export type UsageFileKind =
  | 'unknown'
  | 'response_log'
  | 'usage_export'
  | 'analytics'
  | 'chatgpt_export'
  | 'claude_export'
  /** Days that the extension counted and weighed. */
  | 'gramme_export'
  /** Runs that CodeCarbon or `gramme measure` measured; its `requests` are runs. */
  | 'emissions_csv'
  /** What else an archive holds; its files of use are listed by themselves. */
  | 'archive';

/** What was not counted, and where that happened first (line, element, row or file of an archive). */
export interface SkippedItems {
  reason: string;
  items: number;
  first: number;
}

export interface AnalysedFile {
  name: string;
  kind: UsageFileKind;
  requests: number;
  skipped: SkippedItems[];
}

export type DatedSums = Sums & { date: string };
export type NamedSums = Sums & { id: string };

/** How often something happened, as analytics tell it; weighed when it has a profile. */
export interface AnalysedActivity {
  section: string;
  name: string;
  description: string;
  profile: string;
  total: number;
  days: number;
}

export interface UsageTrend {
  gramsCo2ePerDay: Range;
  /** Over 30 days, as a share of the mean. */
  sharePerMonth: Range;
  days: number;
}

/** Measured runs together: figures as their tool wrote them, and how many runs do not tell each. */
export interface MeasuredRunSums {
  runs: number;
  durationSeconds: number;
  durationUnknownRuns: number;
  energyWattHours: number;
  energyUnknownRuns: number;
  gramsCo2e: number;
  carbonUnknownRuns: number;
  waterLitres: number;
  waterUnknownRuns: number;
}

/** What was measured, beside what is estimated: no model, no tokens, and in no other sum. */
export interface MeasuredFileRuns {
  total: MeasuredRunSums;
  /** Of runs whose day the files do not tell; they are in the total too. */
  undated: MeasuredRunSums;
  days: (MeasuredRunSums & { date: string })[];
  months: (MeasuredRunSums & { date: string })[];
  years: (MeasuredRunSums & { date: string })[];
  /** An empty name: none was given. */
  projects: (MeasuredRunSums & { name: string })[];
}

export interface Analysis {
  methodology: string;
  files: AnalysedFile[];
  total: Sums & { warnings: Record<string, number> };
  /** Of requests whose day the files do not tell; they are in the total too. */
  undated: Sums;
  firstDay: string | null;
  lastDay: string | null;
  /** Days between the two of which the files tell nothing. */
  missingDays: { spans: { from: string; to: string }[]; days: number };
  trend: UsageTrend | null;
  days: DatedSums[];
  months: DatedSums[];
  years: DatedSums[];
  models: (NamedSums & { name: string })[];
  platforms: NamedSums[];
  profiles: NamedSums[];
  unknownModels: { name: string; countedAs: string; requests: number }[];
  activities: AnalysedActivity[];
  /** Null where no file tells of measured runs. */
  measured: MeasuredFileRuns | null;
}

/** An analysis that stays in the core's memory until it is closed; at most 16 do. */
export interface KeptAnalysis {
  analysis: Analysis;
  /** A day, month or year of it as the ledger has them: rows, and sums by model and platform. */
  period(range: PeriodKind, date: string): Period;
  /** A row for each day, platform, profile and model (RFC 4180). */
  csv(): string;
  close(): void;
}

/** What the full core does with files of use. All reject with GrammeError. */
export interface AnalyseCalls {
  /** What files of use weigh: by day, month, year, model, platform and profile. */
  analyse(
    files: Iterable<UsageFile> | AsyncIterable<UsageFile>,
    options?: AnalyseOptions,
  ): Promise<Analysis>;
  /** The same, kept open for what is asked of it afterwards. */
  keepAnalysis(
    files: Iterable<UsageFile> | AsyncIterable<UsageFile>,
    options?: AnalyseOptions,
  ): Promise<KeptAnalysis>;
  /** The same as a table: a row for each day, platform, profile and model (RFC 4180). */
  analyseToCsv(
    files: Iterable<UsageFile> | AsyncIterable<UsageFile>,
    options?: AnalyseOptions,
  ): Promise<string>;
}
