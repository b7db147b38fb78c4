/** Where a model runs: what a request says of it, and what the catalog lists. Explained in docs/data.md. */

import type { Figure, Range, Source } from './contracts.ts';

/** Whose electricity is counted: what the grid carries, or what the provider bought. */
export type Accounting = 'location-based' | 'market-based';

/** The place of an estimate, and the user's own figures in place of the catalog's. */
export interface PlaceRequest {
  /** A region or cloud region. */
  region?: string;
  /** Year of the carbon intensity. */
  year?: number;
  /** Month 1 to 12 and hour 0 to 23, in UTC. */
  gridTime?: { month: number; hour: number };
  accounting?: Accounting;
  carbonIntensityGramsCo2ePerKilowattHour?: Figure;
  pue?: Figure;
  wueLitresPerKilowattHour?: Figure;
  gridWueLitresPerKilowattHour?: number;
}

export interface RegionEntry {
  id: string;
  name: string;
  carbonIntensityGramsCo2ePerKilowattHour: Range;
  /** Carbon intensity of further years: "2024". */
  years: Record<string, Range>;
  gridWueLitresPerKilowattHour: number | null;
  source: Source;
}

export interface CloudRegionEntry {
  id: string;
  name: string;
  provider: string;
  /** Id of the region it lies in. */
  region: string;
  /** Null: the region's stands in. */
  carbonIntensityGramsCo2ePerKilowattHour: Range | null;
  carbonFreeShare: number | null;
  source: Source;
}

/** Ratios to the annual mean of the region's carbon intensity: 12 months of 24 hours, UTC. */
export interface GridShapeEntry {
  id: string;
  ratios: number[][];
  source: Source;
}

export interface ProviderEntry {
  id: string;
  name: string;
  site: string | null;
  region: string;
  pue: Range;
  wueLitresPerKilowattHour: Range | null;
  marketBasedGramsCo2ePerKilowattHour: Range | null;
  source: Source;
}
