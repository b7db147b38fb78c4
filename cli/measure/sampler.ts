import type { LocalGpu, LocalSample } from '../../web/core/node.ts';
import { memoryLine } from './machine.ts';
import { followProcesses, statOf } from './processes.ts';
import type { Rapl } from './rapl.ts';
import { textOf } from './read-file.ts';

const CPU_COLUMNS = 8;

/** The first line of /proc/stat: processor time of the machine by kind. */
function machineTicks(): number[] | undefined {
  const [, columns] = /^cpu +(.+)$/m.exec(textOf('/proc/stat') ?? '') ?? [];
  const ticks = columns?.split(' ').slice(0, CPU_COLUMNS).map(Number);
  return ticks?.length === CPU_COLUMNS ? ticks : undefined;
}

/** Reads everything at one moment; nothing is worked out here. */
export function newSampler(runId: string, rapl: Rapl) {
  const processes = followProcesses(runId);
  // Ticks since the machine began; the command and its descendants begin after this process.
  const sinceTicks = statOf('self')?.startedTicks ?? 0;
  return (root: number | undefined, gpus: LocalGpu[]): LocalSample => ({
    milliseconds: performance.now(),
    ownPid: process.pid,
    waitedTicks: statOf('self')?.ticks.slice(2),
    processes: root === undefined ? [] : processes.read(root, sinceTicks),
    machineTicks: machineTicks(),
    availableMemoryKilobytes: memoryLine('MemAvailable'),
    rapl: rapl.read(),
    gpus,
  });
}
