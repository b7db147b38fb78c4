// Vectors of kind `co2js-data-transfer`: bytes over the network. A first visit weighs in version 4 what
// its bytes weigh.
import { DEFAULT_TOLERANCE, formulaCheck } from './formula.ts';
import type { Check, Replay, VectorFile } from './replay.ts';

interface Co2jsCase {
  fn: 'perByte' | 'perVisit' | 'perByteTrace';
  model: 'swd' | '1byte';
  version: number | null;
  bytes: number;
  gridIntensity?: number | { country: string };
  expected_gco2e: number;
}

interface Co2jsFile extends VectorFile {
  cases?: Co2jsCase[];
  sampleAverageIntensity_gco2e_per_kWh?: Record<string, number>;
}

function inputsOf(entry: Co2jsCase, intensities: Record<string, number>): object {
  const { bytes, fn, gridIntensity, version } = entry;
  if (version === 3) return { bytes, isVisit: fn === 'perVisit' };
  if (gridIntensity === undefined) return { bytes };
  const intensity =
    typeof gridIntensity === 'number' ? gridIntensity : intensities[gridIntensity.country];
  return { bytes, carbonIntensityGramsCo2ePerKilowattHour: intensity };
}

function checkOf(entry: Co2jsCase, intensities: Record<string, number>): Check {
  const { fn, model, version, bytes } = entry;
  return formulaCheck(
    `${fn} ${model}${version ?? ''} ${bytes}`,
    {
      method: model === 'swd' ? `co2js-swd${version}` : 'co2js-1byte',
      inputs: inputsOf(entry, intensities),
    },
    { gramsCo2e: entry.expected_gco2e },
  );
}

export function replayCo2js(file: VectorFile): Replay {
  const { cases = [], sampleAverageIntensity_gco2e_per_kWh: intensities = {} } = file as Co2jsFile;
  return {
    checks: cases.map((entry) => checkOf(entry, intensities)),
    tolerance: file.tolerance ?? DEFAULT_TOLERANCE,
    skipped: [],
  };
}
