// Vectors of kind `jegham-2505.09598`: one request on a share of a node.
import {
  DEFAULT_TOLERANCE,
  formulaCheck,
  GRAMS_PER_KILOGRAM,
  WATT_HOURS_PER_KILOWATT_HOUR,
  WATTS_PER_KILOWATT,
} from './formula.ts';
import type { Check, Replay, VectorFile } from './replay.ts';

interface JeghamCase {
  inputs: {
    hw_class: string;
    gpus: number;
    d_gpu: number;
    d_non_gpu: number;
    batch: number;
    node_gpus: number;
    p_gpu_kw: number;
    p_non_gpu_kw: number;
    output_tokens: number;
    tps: number;
    ttft_s: number;
    pue: number;
    cif: number;
    wue_site: number;
    wue_source: number;
  };
  expected: {
    u_gpu: number;
    u_non_gpu: number;
    energy_kwh: number;
    carbon_kg: number;
    water_l: number;
  };
}

function inputsOf({ inputs }: JeghamCase): object {
  return {
    nodeGpuPowerWatts: inputs.p_gpu_kw * WATTS_PER_KILOWATT,
    nodeOtherPowerWatts: inputs.p_non_gpu_kw * WATTS_PER_KILOWATT,
    nodeGpus: inputs.node_gpus,
    batchSize: inputs.batch,
    gpusUsed: inputs.gpus,
    gpuPowerShare: inputs.d_gpu,
    otherPowerShare: inputs.d_non_gpu,
    outputTokens: inputs.output_tokens,
    tokensPerSecond: inputs.tps,
    secondsToFirstToken: inputs.ttft_s,
    pue: inputs.pue,
    carbonIntensityGramsCo2ePerKilowattHour: inputs.cif * GRAMS_PER_KILOGRAM,
    wueLitresPerKilowattHour: inputs.wue_site,
    gridWueLitresPerKilowattHour: inputs.wue_source,
  };
}

function checkOf(entry: JeghamCase): Check {
  const { inputs, expected } = entry;
  return formulaCheck(
    `${inputs.hw_class} ${inputs.output_tokens}`,
    { method: 'jegham-2025', inputs: inputsOf(entry) },
    {
      gpuUtilization: expected.u_gpu,
      otherUtilization: expected.u_non_gpu,
      energyWattHours: expected.energy_kwh * WATT_HOURS_PER_KILOWATT_HOUR,
      gramsCo2e: expected.carbon_kg * GRAMS_PER_KILOGRAM,
      waterLitres: expected.water_l,
    },
  );
}

export function replayJegham(file: VectorFile): Replay {
  const cases = (file.cases ?? []) as JeghamCase[];
  return {
    checks: cases.map(checkOf),
    tolerance: file.tolerance ?? DEFAULT_TOLERANCE,
    skipped: [],
  };
}
