import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { openExtensionBrowser } from '../tools/pages/extension-browser.ts';
import { atMost, format, type Line, median, shown } from './line.ts';

const ROUNDS = 7;
const GOAL_MS = 25;
const BROWSER_START_MS = 1500;

interface Times {
  ready: number;
  vocabulary: number;
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

/** Fetches, compiles and starts a core in a worker that has run none, then counts a first text. */
const start = `(async () => {
  const begun = performance.now();
  const gramme = await bench.loadGramme({
    wasm: chrome.runtime.getURL('gramme.wasm'),
    vocabularies: chrome.runtime.getURL('vocabulary/'),
  });
  gramme.version();
  const ready = performance.now();
  await gramme.count('Hello', { encoding: 'o200k_base' });
  return { ready: ready - begun, vocabulary: performance.now() - ready };
})()`;

/** One cold start in a browser of its own. */
async function measureOnce(script: string): Promise<Times> {
  const browser = await openExtensionBrowser();
  try {
    const worker = await browser.worker();
    // The browser's own start takes both cores; a worker starts long after it.
    await new Promise((resolve) => setTimeout(resolve, BROWSER_START_MS));
    return await worker.evaluate<Times>(`${script};${start}`);
  } finally {
    await browser.close();
  }
}

/** How long the extension's service worker takes to have a core at work. */
export async function measureReadiness(): Promise<Line[]> {
  const script = await loaderScript();
  const times: Times[] = [];
  for (let round = 0; round < ROUNDS; round++) times.push(await measureOnce(script));
  const ready = times.map((time) => time.ready);
  return [
    atMost(
      `core ready in a fresh service worker, median of ${ROUNDS}`,
      median(ready),
      GOAL_MS,
      'ms',
    ),
    shown(
      '  fastest and slowest',
      `${format(Math.min(...ready))}, ${format(Math.max(...ready))} ms`,
    ),
    shown(
      'first count with o200k_base, median',
      `${format(median(times.map((time) => time.vocabulary)))} ms`,
    ),
  ];
}
