/** What the tools of measuring take and answer (docs/data.md#addsample). */

import type { Range, Source, Warning } from './contracts.ts';

/** A zone of the kernel's power capping, as its files have it. */
export interface RaplZone {
  id: string;
  name: string;
  microjoules: number;
  maxMicrojoules: number;
}

export interface LocalGpu {
  id: string;
  name: string;
  /** Absent: the driver does not tell. */
  powerWatts?: number;
  utilizationPercent?: number;
}

/** A process that descends from the command; `ticks` are added up. */
export interface LocalProcess {
  pid: number;
  startedTicks: number;
  parent: number;
  ticks: number[];
  memoryKilobytes: number;
}

/** Everything that was read at one moment. */
export interface LocalSample {
  milliseconds: number;
  ownPid: number;
  waitedTicks?: number[] | undefined;
  processes: LocalProcess[];
  machineTicks?: number[] | undefined;
  availableMemoryKilobytes?: number | undefined;
  rapl: RaplZone[];
  gpus: LocalGpu[];
}

/** What `addSample` answers and takes again; only the core looks inside. */
export type LocalSums = Readonly<Record<string, unknown>>;

export interface LocalMachine {
  cpuModel: string;
  threads: number;
  sockets: number;
  isArm: boolean;
  isVirtual: boolean;
  hasClosedRapl: boolean;
  thermalDesignPowerWatts?: number | undefined;
  memoryKilobytes: number;
  ticksPerSecond: number;
}

export interface LocalRun {
  machine: LocalMachine;
  sums: LocalSums;
  country?: string | undefined;
  pue?: number | undefined;
  wueLitresPerKilowattHour?: number | undefined;
}

export interface LocalComponent {
  method: 'rapl' | 'nvml' | 'tdp_load' | 'constant';
  energyWattHours: Range;
  powerWatts: Range;
}

export interface LocalFootprint {
  methodology: string;
  seconds: number;
  cpuSeconds: number | null;
  thermalDesignPowerWatts: Range | null;
  cpu: LocalComponent;
  gpu: LocalComponent | null;
  memory: LocalComponent | null;
  energyWattHours: Range;
  gramsCo2e: Range;
  waterLitres: Range | null;
  region: string;
  carbonIntensityGramsCo2ePerKilowattHour: Range;
  warnings: Warning[];
  sources: Source[];
}

export interface RunLabels {
  timestamp: string;
  project: string;
  runId: string;
  experimentId?: string | undefined;
  os: string;
  software: string;
}

/** How a row is added to a file, and what is to be written. */
export interface EmissionsRow {
  action: 'create' | 'append' | 'widen' | 'aside';
  text: string;
}
