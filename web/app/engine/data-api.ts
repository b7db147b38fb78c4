import type { AnalyseOptions, Analysis } from '../../core/analysis-contracts.ts';
import type { Period, PeriodKind } from '../../core/contracts.ts';

/** What a page asks of the worker that analyses files: one analysis, and what is in it. */
export interface DataApi {
  /** Told how many bytes of the files were read, at most four times a second. */
  analyse(
    files: readonly File[],
    options: AnalyseOptions,
    onProgress: (readBytes: number) => void,
  ): Promise<Analysis>;
  /** A day, month or year of what was analysed. */
  period(range: PeriodKind, date: string): Period;
  /** Several of one kind. */
  periods(range: PeriodKind, dates: readonly string[]): Period[];
  csv(): string;
}
