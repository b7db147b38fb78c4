// Vectors of kind `epoch-ai-flop`: the arithmetic of an answer.
import { DEFAULT_TOLERANCE, formulaCheck } from './formula.ts';
import type { Check, Replay, VectorFile } from './replay.ts';

interface EpochCase {
  name: string;
  inputs: {
    active_params_b: number;
    output_tokens: number;
    peak_flops: number;
    flop_utilisation: number;
    power_per_gpu_w: number;
    pue: number;
    power_adjust: number;
  };
  expected: { flop: number; gpu_seconds: number; avg_gpu_power_w: number; energy_wh: number };
}

function checkOf({ name, inputs, expected }: EpochCase): Check {
  return formulaCheck(
    name,
    {
      method: 'epoch-2025',
      inputs: {
        activeParametersBillion: inputs.active_params_b,
        outputTokens: inputs.output_tokens,
        peakFlopPerSecond: inputs.peak_flops,
        flopUtilization: inputs.flop_utilisation,
        gpuPowerWatts: inputs.power_per_gpu_w,
        powerShare: inputs.power_adjust,
        pue: inputs.pue,
      },
    },
    {
      flop: expected.flop,
      gpuSeconds: expected.gpu_seconds,
      powerWatts: expected.avg_gpu_power_w,
      energyWattHours: expected.energy_wh,
    },
  );
}

export function replayEpoch(file: VectorFile): Replay {
  const cases = (file.cases ?? []) as EpochCase[];
  return {
    checks: cases.map(checkOf),
    tolerance: file.tolerance ?? DEFAULT_TOLERANCE,
    skipped: [],
  };
}
