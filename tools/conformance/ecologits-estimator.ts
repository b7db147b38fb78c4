// Vectors of kind `ecologits-estimator`: every input of the formula is given.
import type { Check, Pair, Replay, VectorFile } from './replay.ts';

type Figure = number | { min: number; max: number };

interface Impacts {
  [name: string]: Figure | Impacts | undefined;
}

interface EcologitsCase {
  name: string;
  inputs: {
    model_active_parameter_count_b: Figure;
    model_total_parameter_count_b: Figure;
    output_token_count: Figure;
    request_latency_s: number | null;
    mix: { adpe: Figure; pe: Figure; gwp: Figure; wue: Figure };
    datacenter_pue: Figure;
    datacenter_wue: Figure;
    tps?: Figure | null;
    ttft_s?: Figure | null;
    overrides?: Record<string, number> | null;
  };
  expected?: Impacts;
  error?: string;
}

interface Range {
  low: number;
  high: number;
}

const DEFAULT_TOLERANCE = 1e-12;
const GRAMS_PER_KILOGRAM = 1000;

/** The reference's names of its constants, and ours. */
const CONSTANTS: Record<string, string> = {
  batch_size: 'batch_size',
  gpu_energy_alpha: 'gpu_energy_alpha',
  gpu_energy_beta: 'gpu_energy_beta',
  gpu_energy_gamma: 'gpu_energy_gamma_watt_hours',
  latency_alpha: 'latency_alpha_seconds',
  latency_beta: 'latency_beta_seconds',
  latency_gamma: 'latency_gamma_seconds',
  model_quantization_bits: 'quantization_bits',
  gpu_memory: 'gpu_memory_gigabytes',
  server_gpus: 'server_gpus',
  server_gpu_count: 'server_gpus',
  server_power: 'server_power_kilowatts',
  server_lifetime: 'hardware_lifespan_seconds',
  hardware_lifespan: 'hardware_lifespan_seconds',
  server_embodied_gwp: 'server_embodied_kilograms_co2e',
  server_embodied_adpe: 'server_embodied_kilograms_sb',
  server_embodied_pe: 'server_embodied_megajoules',
  gpu_embodied_gwp: 'gpu_embodied_kilograms_co2e',
  gpu_embodied_adpe: 'gpu_embodied_kilograms_sb',
  gpu_embodied_pe: 'gpu_embodied_megajoules',
};

/** Where the answer holds each impact; totals are the sum of several members. */
const IMPACTS: Record<string, string[]> = {
  energy: ['energyKilowattHours'],
  gwp: ['usageKilogramsCo2e', 'embodiedKilogramsCo2e'],
  adpe: ['usageKilogramsSb', 'embodiedKilogramsSb'],
  pe: ['usageMegajoules', 'embodiedMegajoules'],
  wcf: ['waterLitres'],
  'usage.energy': ['energyKilowattHours'],
  'usage.gwp': ['usageKilogramsCo2e'],
  'usage.adpe': ['usageKilogramsSb'],
  'usage.pe': ['usageMegajoules'],
  'usage.wcf': ['waterLitres'],
  'embodied.gwp': ['embodiedKilogramsCo2e'],
  'embodied.adpe': ['embodiedKilogramsSb'],
  'embodied.pe': ['embodiedMegajoules'],
};

function toDoor(figure: Figure, factor = 1): number | object {
  if (typeof figure === 'number') return figure * factor;
  const { min, max } = figure;
  return { low: min * factor, central: ((min + max) / 2) * factor, high: max * factor };
}

function optional(name: string, figure: Figure | null | undefined): object {
  return figure === null || figure === undefined ? {} : { [name]: toDoor(figure) };
}

function inputsOf({ inputs }: EcologitsCase): object {
  return {
    activeParametersBillion: toDoor(inputs.model_active_parameter_count_b),
    totalParametersBillion: toDoor(inputs.model_total_parameter_count_b),
    outputTokens: toDoor(inputs.output_token_count),
    pue: toDoor(inputs.datacenter_pue),
    wueLitresPerKilowattHour: toDoor(inputs.datacenter_wue),
    gridWueLitresPerKilowattHour: toDoor(inputs.mix.wue),
    carbonIntensityGramsCo2ePerKilowattHour: toDoor(inputs.mix.gwp, GRAMS_PER_KILOGRAM),
    adpeKilogramsSbPerKilowattHour: toDoor(inputs.mix.adpe),
    primaryEnergyMegajoulesPerKilowattHour: toDoor(inputs.mix.pe),
    ...optional('latencySeconds', inputs.request_latency_s),
    ...optional('tokensPerSecond', inputs.tps),
    ...optional('secondsToFirstToken', inputs.ttft_s),
  };
}

/** Unknown names are passed on as they are, so that the core refuses them. */
function constantsOf(overrides: Record<string, number> | null | undefined): object {
  const entries = Object.entries(overrides ?? {});
  return Object.fromEntries(
    entries.map(([name, value]) => [CONSTANTS[name.toLowerCase()] ?? name, value]),
  );
}

function flatten(impacts: Impacts, prefix = ''): [string, Figure][] {
  return Object.entries(impacts).flatMap(([name, value]): [string, Figure][] => {
    if (value === undefined || value === null) return [];
    if (typeof value === 'number' || 'min' in value) return [[prefix + name, value as Figure]];
    return flatten(value, `${prefix}${name}.`);
  });
}

function sumOf(answer: unknown, members: string[] | undefined, bound: 'low' | 'high') {
  if (members === undefined) return undefined;
  const record = answer as Record<string, Range | undefined>;
  return members.reduce((sum, member) => sum + (record[member]?.[bound] ?? Number.NaN), 0);
}

function pairsOf(expected: Impacts, answer: unknown): Pair[] {
  return flatten(expected).flatMap(([name, figure]) => {
    const members = IMPACTS[name];
    const [low, high] = typeof figure === 'number' ? [figure, figure] : [figure.min, figure.max];
    return [
      { name: `${name} (min)`, actual: sumOf(answer, members, 'low'), expected: low },
      { name: `${name} (max)`, actual: sumOf(answer, members, 'high'), expected: high },
    ];
  });
}

function checkOf(entry: EcologitsCase, profile: string): Check {
  const constants = constantsOf(entry.inputs.overrides);
  return {
    name: entry.name,
    request: {
      call: 'evaluate',
      request: { method: 'ecologits', profile, constants, inputs: inputsOf(entry) },
    },
    isErrorExpected: entry.error !== undefined,
    pairs: (answer) => pairsOf(entry.expected ?? {}, answer),
  };
}

/** Replays a release's vectors under the profile of the same version. */
export function replayEcologits(file: VectorFile): Replay {
  const profile = file.version ?? '';
  return {
    checks: (file.cases ?? []).map((entry) => checkOf(entry as EcologitsCase, profile)),
    tolerance: file.tolerance ?? DEFAULT_TOLERANCE,
    skipped: [],
  };
}
