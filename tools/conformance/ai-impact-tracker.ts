// Vectors of kind `ai-impact-tracker`: EcoLogits 0.9.1 with rounded constants, one fixed model, usage
// alone.
import { DEFAULT_TOLERANCE, GRAMS_PER_KILOGRAM } from './formula.ts';
import type { Check, Pair, Replay, VectorFile } from './replay.ts';

interface TrackerCase {
  output_tokens: number;
  expected: { energy_wh: number; co2_g: number };
}

interface TrackerFile extends VectorFile {
  cases?: TrackerCase[];
  constants?: Record<string, number>;
}

const TOTAL_PARAMETERS_BILLION = 300;
const ACTIVE_PARAMETERS_BILLION = 60;

function requestOf(outputTokens: number, theirs: Record<string, number>): object {
  const figure = (name: string) => theirs[name] ?? Number.NaN;
  return {
    method: 'ecologits',
    profile: '0.9.1',
    constants: {
      latency_alpha_seconds: figure('LATENCY_ALPHA'),
      latency_beta_seconds: figure('LATENCY_BETA'),
      latency_gamma_seconds: figure('LATENCY_GAMMA'),
    },
    inputs: {
      activeParametersBillion: ACTIVE_PARAMETERS_BILLION,
      totalParametersBillion: TOTAL_PARAMETERS_BILLION,
      outputTokens,
      pue: figure('PUE'),
      wueLitresPerKilowattHour: 0,
      gridWueLitresPerKilowattHour: 0,
      carbonIntensityGramsCo2ePerKilowattHour: figure('EMISSION_FACTOR') * GRAMS_PER_KILOGRAM,
      adpeKilogramsSbPerKilowattHour: 0,
      primaryEnergyMegajoulesPerKilowattHour: 0,
    },
  };
}

/** Ours are in kWh and kg, theirs in Wh and g. */
function pairsOf(answer: unknown, expected: TrackerCase['expected']): Pair[] {
  const figures = answer as Record<string, { central: number }>;
  const inThousandths = (key: string) => (figures[key]?.central ?? Number.NaN) * 1000;
  return [
    {
      name: 'watt-hours',
      actual: inThousandths('energyKilowattHours'),
      expected: expected.energy_wh,
    },
    { name: 'grams', actual: inThousandths('usageKilogramsCo2e'), expected: expected.co2_g },
  ];
}

function checkOf({ output_tokens, expected }: TrackerCase, theirs: Record<string, number>): Check {
  return {
    name: `${output_tokens} tokens`,
    request: { call: 'evaluate', request: requestOf(output_tokens, theirs) },
    isErrorExpected: false,
    pairs: (answer) => pairsOf(answer, expected),
  };
}

/** Its least energy is 0.01 Wh, even for no token: a floor that is no part of the method. */
export function replayTracker(file: VectorFile): Replay {
  const { cases = [], constants = {} } = file as TrackerFile;
  return {
    checks: cases
      .filter(({ output_tokens }) => output_tokens > 0)
      .map((entry) => checkOf(entry, constants)),
    tolerance: file.tolerance ?? DEFAULT_TOLERANCE,
    skipped: cases.filter(({ output_tokens }) => output_tokens === 0).map(() => '0 tokens (floor)'),
  };
}
