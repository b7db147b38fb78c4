import { arch, cpus, release, totalmem, type } from 'node:os';
import type { LocalMachine } from '../../web/core/node.ts';
import { textOf } from './read-file.ts';

/** Linux counts processor time in hundredths of a second for all programs (USER_HZ). */
const TICKS_PER_SECOND = 100;
const BYTES_PER_KILOBYTE = 1024;

/** A line of /proc/meminfo, in kilobytes. */
export function memoryLine(name: string): number | undefined {
  const [, kilobytes] =
    new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(textOf('/proc/meminfo') ?? '') ?? [];
  return kilobytes === undefined ? undefined : Number(kilobytes);
}

export function readMachine(hasClosedRapl: boolean): LocalMachine {
  const info = textOf('/proc/cpuinfo') ?? '';
  const sockets = new Set([...info.matchAll(/^physical id\s*:\s*(\d+)/gm)].map((id) => id[1]));
  const [, named] = /^model name\s*:\s*(.+)$/m.exec(info) ?? [];
  const processors = cpus();
  const model = (named ?? processors[0]?.model ?? '').trim();
  return {
    cpuModel: model === 'unknown' ? '' : model,
    threads: Math.max(processors.length, 1),
    sockets: Math.max(sockets.size, 1),
    isArm: arch().startsWith('arm'),
    isVirtual: /^flags\s*:.*\bhypervisor\b/m.test(info),
    hasClosedRapl,
    memoryKilobytes: memoryLine('MemTotal') ?? Math.round(totalmem() / BYTES_PER_KILOBYTE),
    ticksPerSecond: TICKS_PER_SECOND,
  };
}

/** As CodeCarbon writes a system: "Linux-6.1.0-x64". */
export const systemName = (): string => `${type()}-${release()}-${arch()}`;
