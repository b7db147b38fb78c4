/** What models run on, and the shapes that decide what running them takes. */

import type { Source } from './contracts.ts';

export interface AcceleratorEntry {
  id: string;
  name: string;
  aliases: string[];
  thermalDesignPowerWatts: number;
  memoryGigabytes: number | null;
  memoryBandwidthGigabytesPerSecond: number | null;
  peakTeraflops16bit: number | null;
  peakTeraflops8bit: number | null;
  peakTeraflops4bit: number | null;
  embodiedKilogramsCo2e: number | null;
  source: Source;
}

/** The shape of a model whose weights are public. */
export interface ArchitectureEntry {
  id: string;
  name: string;
  prefixes: string[];
  totalParametersBillion: number;
  activeParametersBillion: number;
  layers: number;
  hiddenSize: number;
  kvValuesPerToken: number;
  source: Source;
}
