import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { atMost, type Line, median, shown } from './line.ts';

const COMMAND = fileURLToPath(new URL('../dist/cli.mjs', import.meta.url));
const GOAL_PERCENT = 1;
/** After that the start is over; samples come at the usual interval of 15 s from then on. */
const START_SECONDS = 4;
const WATCHED_SECONDS = 60;
const SHORT_RUNS = 7;
const MILLISECONDS_PER_TICK = 10;

/** Processor time that a process has used itself, without its children's. */
function ownMilliseconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * MILLISECONDS_PER_TICK;
}

function start(args: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'gramme-bench-'));
  const line = [COMMAND, 'measure', '--quiet', ...args];
  const child = spawn(process.execPath, line, { cwd: folder, stdio: 'ignore' });
  return { pid: child.pid ?? 0, ended: new Promise((resolve) => child.on('exit', resolve)) };
}

/** What is used while a command runs: between two moments after the start. */
async function watch(interval: string[]): Promise<{ startMilliseconds: number; percent: number }> {
  const seconds = String(START_SECONDS + WATCHED_SECONDS + 1);
  const { pid, ended } = start([...interval, '--', 'sleep', seconds]);
  await sleep(START_SECONDS * 1000);
  const begun = performance.now();
  const startMilliseconds = ownMilliseconds(pid);
  await sleep(WATCHED_SECONDS * 1000);
  const used = ownMilliseconds(pid) - startMilliseconds;
  const percent = (100 * used) / (performance.now() - begun);
  await ended;
  return { startMilliseconds, percent };
}

async function shortRun(): Promise<number> {
  const begun = performance.now();
  await start(['--', 'true']).ended;
  return performance.now() - begun;
}

/** What measuring a command takes besides the command, of one processor. */
export async function measureMeasuring(): Promise<Line[]> {
  const [usual, often] = await Promise.all([watch([]), watch(['--interval', '1'])]);
  const times: number[] = [];
  for (let run = 0; run < SHORT_RUNS; run++) times.push(await shortRun());
  return [
    atMost('measure, while it runs', usual.percent, GOAL_PERCENT, '% CPU'),
    shown('measure --interval 1, while it runs', `${often.percent.toFixed(2)} % CPU`),
    shown('measure, its start', `${usual.startMilliseconds.toFixed(0)} ms CPU`),
    shown('measure -- true, from start to end', `${median(times).toFixed(0)} ms`),
  ];
}
