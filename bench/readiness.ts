import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { openExtensionBrowser } from '../tools/pages/extension-browser.ts';
import { atMost, format, type Line, median, shown } from './line.ts';

const ROUNDS = 10;
const GOAL_MS = 25;

interface Times {
  ready: number[];
  vocabulary: number[];
}

/** The browser loader as one script that can be handed to a running worker. */
async function loaderScript(): Promise<string> {
  const root = new URL('../', import.meta.url);
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('web/core/web.ts', root))],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    globalName: 'bench',
    target: 'chrome116',
    define: { 'import.meta.url': 'location.href' },
    alias: { '#glue': fileURLToPath(new URL('build/wasm/src/wasm/gramme.mjs', root)) },
  });
  return outputFiles[0]?.text ?? '';
}

/** Each round fetches, compiles and starts a new core, then counts a first short text. */
const rounds = `(async () => {
  const times = { ready: [], vocabulary: [] };
  for (let round = 0; round < ${ROUNDS}; round++) {
    const begun = performance.now();
    const gramme = await bench.loadGramme({
      wasm: chrome.runtime.getURL('gramme.wasm'),
      vocabularies: chrome.runtime.getURL('vocabulary/'),
    });
    gramme.version();
    const ready = performance.now();
    await gramme.count('Hello', { encoding: 'o200k_base' });
    times.ready.push(ready - begun);
    times.vocabulary.push(performance.now() - ready);
  }
  return times;
})()`;

/** How long the extension's service worker takes to have a core at work. */
export async function measureReadiness(): Promise<Line[]> {
  const script = await loaderScript();
  const browser = await openExtensionBrowser();
  try {
    const worker = await browser.worker();
    const { ready, vocabulary } = await worker.evaluate<Times>(`${script};${rounds}`);
    return [
      atMost(`core ready in the service worker, median of ${ROUNDS}`, median(ready), GOAL_MS, 'ms'),
      shown('  the first of them', `${format(ready[0] ?? Number.NaN)} ms`),
      shown('first count with o200k_base, median', `${format(median(vocabulary))} ms`),
    ];
  } finally {
    await browser.close();
  }
}
