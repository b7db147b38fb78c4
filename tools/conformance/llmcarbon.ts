// Vectors of kind `llmcarbon`: training, inference, and the making of the hardware.
import {
  DEFAULT_TOLERANCE,
  type Expected,
  formulaCheck,
  GRAMS_PER_KILOGRAM,
  GRAMS_PER_TONNE,
  KILOWATT_HOURS_PER_MEGAWATT_HOUR,
} from './formula.ts';
import type { Check, Replay, VectorFile } from './replay.ts';

type Phase = 'training' | 'inference';

interface WorkCase {
  name: string;
  inputs: Record<string, number | null>;
  expected: Record<string, number>;
}

interface EmbodiedCase {
  execution_days: number;
  lifespan_days: number;
  expected_tco2e: number;
  per_component_tco2e: Record<string, number>;
}

interface LlmcarbonFile extends VectorFile {
  cases?: WorkCase[];
  embodied_cases?: EmbodiedCase[];
  /** Numbers as text. */
  hardware_table?: Record<string, string>[];
}

function workCheck({ name, inputs, expected }: WorkCase, phase: Phase): Check {
  const figure = (unit: string) => expected[`${phase}_${unit}`] ?? Number.NaN;
  return formulaCheck(
    `${name} ${phase}`,
    {
      method: `llmcarbon-${phase}`,
      inputs: {
        parametersBillion: inputs['base model param._b'] ?? inputs.parameter_b,
        tokensBillion: inputs.token_b,
        devices: inputs['device #'],
        peakTeraflopPerSecond: inputs['peak TFLOPs/s'],
        efficiency: inputs['hardware efficiency'],
        devicePowerWatts: inputs['avg. system power (W)'],
        pue: inputs.PUE,
        carbonIntensityGramsCo2ePerKilowattHour: (inputs['CO2eq/KWh'] ?? 0) * GRAMS_PER_KILOGRAM,
      },
    },
    {
      flop: figure('flops'),
      days: figure('days'),
      energyKilowattHours: figure('energy_mwh') * KILOWATT_HOURS_PER_MEGAWATT_HOUR,
      gramsCo2e: figure('tco2e') * GRAMS_PER_TONNE,
    },
  );
}

function embodiedCheck(entry: EmbodiedCase, hardware: Record<string, string>[]): Check {
  const expected: Expected = { embodiedGramsCo2e: entry.expected_tco2e * GRAMS_PER_TONNE };
  const check = formulaCheck(
    `embodied ${entry.execution_days} days`,
    {
      method: 'llmcarbon-embodied',
      inputs: {
        components: hardware.map((row) => ({
          amount: Number(row['unit (cm2 or GB)']),
          kilogramsCo2ePerAmount: Number(row['CPA (kgCO2/cm2 or GB)']),
          count: Number(row.num),
        })),
        days: entry.execution_days,
        lifespanDays: entry.lifespan_days,
      },
    },
    expected,
  );
  const eachOf = (answer: unknown) =>
    hardware.map(({ hardware: name = '' }, index) => ({
      name,
      actual: (answer as { componentGramsCo2e: number[] }).componentGramsCo2e[index],
      expected: (entry.per_component_tco2e[name] ?? Number.NaN) * GRAMS_PER_TONNE,
    }));
  return { ...check, pairs: (answer) => [...check.pairs(answer), ...eachOf(answer)] };
}

export function replayLlmcarbon(file: VectorFile): Replay {
  const { cases = [], embodied_cases = [], hardware_table = [] } = file as LlmcarbonFile;
  return {
    checks: [
      ...cases.map((entry) => workCheck(entry, 'training')),
      ...cases.map((entry) => workCheck(entry, 'inference')),
      ...embodied_cases.map((entry) => embodiedCheck(entry, hardware_table)),
    ],
    tolerance: file.tolerance ?? DEFAULT_TOLERANCE,
    skipped: [],
  };
}
