// Vectors of kind `codecarbon`: results of single functions of CodeCarbon.
import { DEFAULT_TOLERANCE, formulaCheck, GRAMS_PER_KILOGRAM } from './formula.ts';
import type { Check, Replay, VectorFile } from './replay.ts';

interface CodecarbonCase {
  fn: string;
  inputs: Record<string, number | string | boolean>;
  expected_kwh?: number;
  expected_kg?: number;
  expected_kg_per_kwh?: number;
  expected_w?: number;
}

type MakeCheck = (entry: CodecarbonCase, name: string) => Check;

const inGrams = (kilograms = Number.NaN) => kilograms * GRAMS_PER_KILOGRAM;

/** Their functions; the data of sub-national regions is not ours. */
const FUNCTIONS: Record<string, MakeCheck> = {
  power_time_to_energy: ({ inputs, expected_kwh = Number.NaN }, name) =>
    formulaCheck(
      name,
      {
        method: 'codecarbon-energy',
        inputs: { powerWatts: inputs.watts, seconds: inputs.seconds },
      },
      { energyKilowattHours: expected_kwh },
    ),
  microjoules_to_kwh: ({ inputs, expected_kwh = Number.NaN }, name) =>
    formulaCheck(
      name,
      { method: 'codecarbon-counter', inputs: { microjoules: inputs.uj } },
      { energyKilowattHours: expected_kwh },
    ),
  lbs_per_mwh: ({ inputs, expected_kg_per_kwh }, name) =>
    formulaCheck(
      name,
      { method: 'codecarbon-pounds', inputs: { poundsPerMegawattHour: inputs.v } },
      { carbonIntensityGramsCo2ePerKilowattHour: inGrams(expected_kg_per_kwh) },
    ),
  country_emissions: ({ inputs, expected_kg }, name) =>
    formulaCheck(
      name,
      {
        method: 'codecarbon-country',
        inputs: { region: String(inputs.iso).toLowerCase(), energyKilowattHours: inputs.kwh },
      },
      { gramsCo2e: inGrams(expected_kg) },
    ),
  ram_power_w: ({ inputs, expected_w = Number.NaN }, name) =>
    formulaCheck(
      name,
      {
        method: 'codecarbon-memory',
        inputs: { memoryGigabytes: inputs.memory_gb, isArm: inputs.arm },
      },
      { powerWatts: expected_w },
    ),
};

const nameOf = ({ fn, inputs }: CodecarbonCase) => `${fn} ${Object.values(inputs).join(' ')}`;

export function replayCodecarbon(file: VectorFile): Replay {
  const cases = (file.cases ?? []) as CodecarbonCase[];
  return {
    checks: cases.flatMap((entry) => FUNCTIONS[entry.fn]?.(entry, nameOf(entry)) ?? []),
    tolerance: file.tolerance ?? DEFAULT_TOLERANCE,
    skipped: cases.filter(({ fn }) => !(fn in FUNCTIONS)).map(nameOf),
  };
}
