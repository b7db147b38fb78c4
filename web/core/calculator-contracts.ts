/** The calculator of the project's origin (docs/data.md#calculate). */
import type { Source, Warning } from './contracts.ts';

/** What is not given comes from the region, the usage profile and the calculator's own hardware. */
export interface CalculateRequest {
  inputTokens?: number;
  outputTokens?: number;
  /** `chatbot`, `completion`, `translation`: their tokens stand in where none are given. */
  usageProfile?: string;
  /** `france`, `germany`, `iceland`, `usa`, or one of the configuration. */
  region?: string;
  requests?: number;
  pue?: number;
  carbonIntensityGramsCo2ePerKilowattHour?: number;
  tokensPerSecond?: number;
  gpuPowerWatts?: number;
  cpuPowerWatts?: number;
  /** Share of the CPU, 0..1; the GPU's is the rest. */
  cpuShare?: number;
}

export interface Calculated {
  method: string;
  profile: string;
  region: string | null;
  usageProfile: string | null;
  inputTokens: number;
  outputTokens: number;
  tokensPerSecond: number;
  gpuPowerWatts: number;
  cpuPowerWatts: number;
  cpuShare: number;
  pue: number;
  carbonIntensityGramsCo2ePerKilowattHour: number;
  /** The square of input tokens over a speed, which is no time. */
  seconds: number;
  energyJoules: number;
  energyWattHours: number;
  gramsCo2e: number;
  requests: number;
  totalEnergyWattHours: number;
  totalGramsCo2e: number;
  warnings: Warning[];
  source: Source;
}
