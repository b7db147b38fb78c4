import { readdirSync } from 'node:fs';
import type { LocalProcess } from '../../web/core/node.ts';
import { textOf } from './read-file.ts';

/** What the command's environment has besides: descendants whose parents are gone are found by it. */
export const RUN_VARIABLE = 'GRAMME_RUN_ID';

/** One line of /proc/PID/stat. */
interface Stat {
  pid: number;
  parent: number;
  startedTicks: number;
  /** User and system time of its own, and of children it waited for. */
  ticks: number[];
  terminal: number;
  group: number;
  foregroundGroup: number;
}

const FIRST = 3;

/** The name, in brackets, may hold anything: what counts begins behind its last bracket. */
export function statOf(pid: number | 'self'): Stat | undefined {
  const text = textOf(`/proc/${pid}/stat`);
  if (text === undefined) return undefined;
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const field = (number: number): number => Number(fields[number - FIRST]);
  return {
    pid: Number.parseInt(text, 10),
    parent: field(4),
    group: field(5),
    terminal: field(7),
    foregroundGroup: field(8),
    ticks: [field(14), field(15), field(16), field(17)],
    startedTicks: field(22),
  };
}

function allStats(): Stat[] {
  let names: string[];
  try {
    names = readdirSync('/proc');
  } catch {
    return [];
  }
  return names.flatMap((name) => {
    const stat = /^\d+$/.test(name) ? statOf(Number(name)) : undefined;
    return stat === undefined ? [] : [stat];
  });
}

function memoryOf(pid: number): number {
  const [, kilobytes = '0'] = /^VmRSS:\s+(\d+) kB/m.exec(textOf(`/proc/${pid}/status`) ?? '') ?? [];
  return Number(kilobytes);
}

const keyOf = ({ pid, startedTicks }: Stat): string => `${pid}:${startedTicks}`;

/** Follows the command's descendants, also those that outlive their parents. */
export function followProcesses(runId: string) {
  const mark = `${RUN_VARIABLE}=${runId}`;
  let known = new Map<string, boolean>();
  const isMarked = (stat: Stat): boolean =>
    textOf(`/proc/${stat.pid}/environ`)?.split('\0').includes(mark) ?? false;
  return {
    /** Those that live now; `root` is the command itself. */
    read(root: number | undefined, sinceTicks: number): LocalProcess[] {
      const young = allStats().filter(({ startedTicks }) => startedTicks >= sinceTicks);
      const before = known;
      known = new Map();
      const members = new Set<number>(root === undefined ? [] : [root]);
      // Parents begin before their children; numbers may begin anew, so time comes first.
      young.sort((a, b) => a.startedTicks - b.startedTicks || a.pid - b.pid);
      for (const stat of young) {
        const key = keyOf(stat);
        const isOurs =
          members.has(stat.pid) || members.has(stat.parent) || (before.get(key) ?? isMarked(stat));
        known.set(key, isOurs);
        if (isOurs) members.add(stat.pid);
      }
      return young
        .filter((stat) => known.get(keyOf(stat)))
        .map(({ pid, startedTicks, parent, ticks }) => ({
          pid,
          startedTicks,
          parent,
          ticks,
          memoryKilobytes: memoryOf(pid),
        }));
    },
  };
}
