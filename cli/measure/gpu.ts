import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { LocalGpu } from '../../web/core/node.ts';

const QUERY = ['--query-gpu=uuid,name,power.draw,utilization.gpu', '--format=csv,noheader,nounits'];
const LONGEST_INTERVAL_SECONDS = 1;
const LONGEST_WAIT_MILLISECONDS = 3000;

export interface Gpus {
  /** What was read since the last time; nothing when there is none. */
  take(): LocalGpu[];
  /** The same, after waiting a little for a first reading. */
  takeLast(): Promise<LocalGpu[]>;
  stop(): void;
}

const shown = (text: string | undefined): number | undefined => {
  const value = text === undefined || text === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
};

/** "GPU-1, NVIDIA A100, 71.2, 40"; what the driver does not tell is "[N/A]". */
function gpuOf(line: string): LocalGpu | undefined {
  const [id, name, power, utilization] = line.split(',').map((cell) => cell.trim());
  if (id === undefined || name === undefined || !/^GPU-/.test(id)) return undefined;
  const powerWatts = shown(power);
  const utilizationPercent = shown(utilization);
  return {
    id,
    name,
    ...(powerWatts === undefined ? {} : { powerWatts }),
    ...(utilizationPercent === undefined ? {} : { utilizationPercent }),
  };
}

function startTool(intervalSeconds: number): ChildProcess {
  const seconds = Math.min(intervalSeconds, LONGEST_INTERVAL_SECONDS);
  const args = [...QUERY, '-lms', String(Math.round(seconds * 1000))];
  return spawn('nvidia-smi', args, { stdio: ['ignore', 'pipe', 'ignore'] });
}

/** Reads graphics processors with NVIDIA's own tool, if there is one on the search path. */
export function followGpus(intervalSeconds: number): Gpus {
  const readings = new Map<string, LocalGpu>();
  const tool = startTool(intervalSeconds);
  let hasEnded = false;
  const first = new Promise<void>((resolve) => {
    const end = () => {
      hasEnded = true;
      resolve();
    };
    tool.on('error', end).on('close', end);
    if (tool.stdout === null) return;
    createInterface({ input: tool.stdout }).on('line', (line) => {
      const gpu = gpuOf(line);
      if (gpu !== undefined) readings.set(gpu.id, gpu);
      resolve();
    });
  });
  const take = () => {
    const taken = [...readings.values()];
    readings.clear();
    return taken;
  };
  return {
    take,
    async takeLast() {
      let timer: NodeJS.Timeout | undefined;
      const tooLate = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, LONGEST_WAIT_MILLISECONDS);
      });
      await Promise.race([first, tooLate]);
      clearTimeout(timer);
      return take();
    },
    stop: () => void (hasEnded || tool.kill()),
  };
}
