import wasm from '#wasm-full?url';
import type { AnalyseOptions, KeptAnalysis } from '../../core/analysis-contracts.ts';
import { GrammeError } from '../../core/error.ts';
import { createFullGramme } from '../../core/full-gramme.ts';
import type { FullGramme } from '../../core/gramme-contracts.ts';
import { blobFiles } from './blob-files.ts';
import type { DataApi } from './data-api.ts';
import { answerCalls, usingStarted } from './exposed.ts';
import { appSources } from './sources.ts';

const PAUSE_MILLISECONDS = 250;

const using = usingStarted(createFullGramme(appSources(wasm)));

let kept: KeptAnalysis | null = null;

function analysed(): KeptAnalysis {
  if (kept === null) throw new GrammeError('internal_error', '', 'nothing was analysed');
  return kept;
}

/** Adds bytes up, and tells their sum only so often. */
function telling(onProgress: (readBytes: number) => void): (bytes: number) => void {
  let read = 0;
  let last = performance.now();
  return (bytes) => {
    read += bytes;
    if (performance.now() - last < PAUSE_MILLISECONDS) return;
    last = performance.now();
    onProgress(read);
  };
}

async function analyse(
  gramme: FullGramme,
  files: readonly File[],
  options: AnalyseOptions,
  onProgress: (readBytes: number) => void,
) {
  const given = blobFiles(files, telling(onProgress));
  kept = await gramme.keepAnalysis(given.files, options);
  const { analysis } = kept;
  return { ...analysis, files: [...analysis.files, ...given.archives] };
}

answerCalls<DataApi>({
  analyse: using(analyse),
  period: using((_, range, date) => analysed().period(range, date)),
  periods: using((_, range, dates) => dates.map((date) => analysed().period(range, date))),
  csv: using(() => analysed().csv()),
});
