/** An analysis in a worker of its own, which can be ended at any moment. */
import { proxy, type Remote, wrap } from 'comlink';
import type { AnalyseOptions, Analysis } from '../../core/analysis-contracts.ts';
import type { Failure } from '../../core/failure.ts';
import type { DataApi } from '../engine/data-api.ts';

/** What was read, and the worker that knows its parts. */
export interface ReadUse {
  analysis: Analysis;
  worker: Pick<Remote<DataApi>, 'period' | 'periods' | 'csv'>;
  /** Forgets all of it. */
  close(): void;
}

export interface Reading {
  done: Promise<ReadUse>;
  /** Ends the work at once; `done` stays open. */
  cancel(): void;
}

const failed = (message: string): Failure => ({ code: 'internal_error', path: '', message });

export function readUse(
  files: readonly File[],
  options: AnalyseOptions,
  onProgress: (readBytes: number) => void,
): Reading {
  const thread = new Worker(new URL('../engine/data-worker.ts', import.meta.url), {
    type: 'module',
  });
  const worker = wrap<DataApi>(thread);
  const close = () => thread.terminate();
  const done = new Promise<ReadUse>((resolve, reject) => {
    thread.addEventListener('error', ({ message }) => reject(failed(message || 'worker')));
    worker
      .analyse(files, options, proxy(onProgress))
      .then((analysis) => resolve({ analysis, worker, close }), reject);
  });
  done.catch(close);
  return { done, cancel: close };
}
