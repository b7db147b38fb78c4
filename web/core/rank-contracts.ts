/** One workload over models, places and methods (docs/data.md#rank). */
import type { Estimate, EstimateRequest } from './contracts.ts';

export interface RankRequest {
  exchanges: readonly EstimateRequest[];
  /** What is compared; less is better. gCO2e unless said. */
  by?: 'gramsCo2e' | 'energyWattHours' | 'waterLitres';
}

/** One of the exchanges, where it stands among them. */
export interface RankedEstimate {
  /** Its place in the list that was asked about. */
  index: number;
  /** 1 + how many are surely better; null where the figure is not known under its method. */
  rank: number | null;
  /** Its range overlaps another's: which of the two is better is not known. */
  isTied: boolean;
  estimate: Estimate;
}
