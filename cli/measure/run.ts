import { setTimeout as sleep } from 'node:timers/promises';
import {
  type FullGramme,
  GrammeError,
  type LocalFootprint,
  type LocalRun,
  type LocalSample,
  type LocalSums,
} from '../../web/core/node.ts';
import { type Ended, startChild } from './child.ts';
import { followGpus } from './gpu.ts';
import { startLiveLine } from './live-line.ts';
import type { Rapl } from './rapl.ts';
import { newSampler } from './sampler.ts';

/** The first samples come sooner: short commands begin and leave processes too. */
const FIRST_PAUSE_SECONDS = 0.25;
const MILLISECONDS_PER_SECOND = 1000;

export interface Setting {
  gramme: FullGramme;
  runId: string;
  rapl: Rapl;
  runOf(sums: LocalSums): LocalRun;
  intervalSeconds: number;
  isLive: boolean;
}

export interface Measured {
  sums: LocalSums;
  ended: Ended;
}

/** Waits, each time twice as long up to the interval, until the command has ended. */
async function eachPause(
  longestSeconds: number,
  ended: Promise<Ended>,
  work: () => void,
): Promise<void> {
  let pauseSeconds = Math.min(FIRST_PAUSE_SECONDS, longestSeconds);
  const stop = new AbortController();
  const hasEnded = ended.then(() => true);
  for (;;) {
    const pause = sleep(pauseSeconds * MILLISECONDS_PER_SECOND, false, { signal: stop.signal });
    if (await Promise.race([hasEnded, pause])) {
      pause.catch(() => {});
      stop.abort();
      return;
    }
    work();
    pauseSeconds = Math.min(pauseSeconds * 2, longestSeconds);
  }
}

/** Says what is wrong with the options before anything begins. */
function check({ gramme, runOf }: Setting, sums: LocalSums): void {
  const { warnings } = gramme.call('weighRun', runOf(sums)) as LocalFootprint;
  const unknown = warnings.find(({ code }) => code === 'unknown_region');
  if (unknown !== undefined) process.stderr.write(`gramme: ${unknown.message}\n`);
}

/** Adds a sample, in part where the core refuses a reading: the command goes on in any case. */
function tryToAdd(gramme: FullGramme, sums: LocalSums, sample: LocalSample): LocalSums {
  try {
    return gramme.call('addSample', { sums, sample }) as LocalSums;
  } catch (error) {
    if (!(error instanceof GrammeError)) throw error;
    process.stderr.write(`gramme: a reading is left out: ${error.path}: ${error.message}\n`);
    return sample.gpus.length === 0 ? sums : tryToAdd(gramme, sums, { ...sample, gpus: [] });
  }
}

/** Runs a command to its end and samples what it takes. */
export async function measureCommand(setting: Setting, command: string[]): Promise<Measured> {
  const { gramme, runId, intervalSeconds } = setting;
  const sample = newSampler(runId, setting.rapl);
  const begin = () => gramme.call('addSample', { sample: sample(undefined, []) }) as LocalSums;
  check(setting, begin());
  const gpus = followGpus(intervalSeconds);
  try {
    let sums = begin();
    const child = await startChild(command, runId);
    const line = startLiveLine(setting.isLive);
    await eachPause(intervalSeconds, child.ended, () => {
      sums = tryToAdd(gramme, sums, sample(child.pid, gpus.take()));
      line.show(gramme.call('weighRun', setting.runOf(sums)) as LocalFootprint);
    });
    const last = sample(0, []);
    line.end();
    const measured = { ...last, gpus: await gpus.takeLast() };
    return { sums: tryToAdd(gramme, sums, measured), ended: await child.ended };
  } finally {
    gpus.stop();
  }
}
