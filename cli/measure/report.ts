import type { LocalComponent, LocalFootprint } from '../../web/core/node.ts';
import { formatRange, formatTable, warningLines } from '../output.ts';

/** What each method means in words. */
const METHODS: Record<LocalComponent['method'], string> = {
  rapl: "the processor's own counter (rapl)",
  nvml: "the driver's power readings (nvml)",
  tdp_load: 'design power and processor time (tdp_load)',
  constant: 'a usual power for the whole time (constant)',
};

function componentRow(name: string, component: LocalComponent | null): string[][] {
  if (component === null) return [];
  const { method, energyWattHours } = component;
  return [[name, `${formatRange(energyWattHours)} Wh`, METHODS[method]]];
}

/** A small table of a run, for people. */
export function reportText(footprint: LocalFootprint): string {
  const { cpu, gpu, memory, energyWattHours, gramsCo2e, waterLitres } = footprint;
  const cpuTime =
    footprint.cpuSeconds === null ? '' : `, ${footprint.cpuSeconds.toFixed(2)} s of processor time`;
  const rows = [
    ...componentRow('cpu', cpu),
    ...componentRow('gpu', gpu),
    ...componentRow('memory', memory),
    ['energy', `${formatRange(energyWattHours)} Wh`, ''],
    ['carbon', `${formatRange(gramsCo2e)} gCO2e`, footprint.region],
    ...(waterLitres === null ? [] : [['water', `${formatRange(waterLitres)} L`, '']]),
  ];
  const head = `gramme: ${footprint.seconds.toFixed(2)} s${cpuTime}`;
  const notes = warningLines(footprint);
  return [head, formatTable(['', '', ''], rows).trimStart(), ...notes].join('\n');
}
