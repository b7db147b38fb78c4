// Vectors of kind `gsf-sci`: outputs of the Green Software Foundation's Impact Framework.
import { DEFAULT_TOLERANCE, formulaCheck } from './formula.ts';
import type { Check, Replay, VectorFile } from './replay.ts';

interface SciCase {
  fn: string;
  inputs: Record<string, number>;
  expected: number | Record<string, number>;
}

const PERCENT = 100;

function rateCheck({ fn, inputs, expected }: SciCase): Check {
  const request = { operationalGramsCo2e: inputs.carbon, functionalUnits: inputs.requests };
  return formulaCheck(
    fn,
    { method: 'sci', inputs: request },
    { gramsCo2ePerUnit: expected as number },
  );
}

function embodiedCheck({ fn, inputs, expected }: SciCase): Check {
  return formulaCheck(
    fn,
    { method: 'sci-embodied', inputs: { seconds: inputs.duration_s, hdds: inputs.hdd } },
    { embodiedGramsCo2e: expected as number },
  );
}

/** Each step of the pipeline; the last takes the two sums that the vector wants. */
function pipelineChecks({ fn, inputs, expected }: SciCase): Check[] {
  const figures = expected as Record<string, number>;
  const figure = (name: string) => figures[name] ?? Number.NaN;
  const load = {
    seconds: inputs.duration_s,
    thermalDesignPowerWatts: inputs.tdp_w,
    utilization: (inputs.cpu_util ?? Number.NaN) / PERCENT,
    vcpusTotal: inputs.vcpus_total,
    vcpusAllocated: inputs.vcpus_allocated,
    carbonIntensityGramsCo2ePerKilowattHour: inputs.grid,
  };
  const sums = {
    operationalGramsCo2e: figure('carbon_operational'),
    embodiedGramsCo2e: figure('embodied'),
    functionalUnits: 1,
  };
  return [
    formulaCheck(
      `${fn} energy`,
      { method: 'sci-teads', inputs: load },
      {
        powerShare: figure('cpu_factor'),
        energyKilowattHours: figure('cpu_energy_kwh'),
        operationalGramsCo2e: figure('carbon_operational'),
      },
    ),
    formulaCheck(
      `${fn} embodied`,
      { method: 'sci-embodied', inputs: { seconds: inputs.duration_s } },
      { embodiedGramsCo2e: figure('embodied') },
    ),
    formulaCheck(`${fn} sci`, { method: 'sci', inputs: sums }, { gramsCo2ePerUnit: figure('sci') }),
  ];
}

const FUNCTIONS: Record<string, (entry: SciCase) => Check[]> = {
  sci: (entry) => [rateCheck(entry)],
  sci_embodied: (entry) => [embodiedCheck(entry)],
  teads_pipeline: pipelineChecks,
};

export function replaySci(file: VectorFile): Replay {
  const cases = (file.cases ?? []) as SciCase[];
  return {
    checks: cases.flatMap((entry) => FUNCTIONS[entry.fn]?.(entry) ?? []),
    tolerance: file.tolerance ?? DEFAULT_TOLERANCE,
    skipped: cases.filter(({ fn }) => !(fn in FUNCTIONS)).map(({ fn }) => fn),
  };
}
