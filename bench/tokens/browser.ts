import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { openPlainBrowser } from '../../tools/pages/extension-browser.ts';
import { median } from '../line.ts';
import { type Corpus, readCorpora } from './corpora/corpora.ts';
import { root } from './drivers/driver.ts';
import { entries } from './in-browser/entries.ts';
import type { BrowserAnswer, BrowserRequest } from './in-browser/run.ts';

const CORPORA = ['english', 'chat'];
const ROUNDS = 3;
const MICROSECONDS_PER_MILLISECOND = 1000;
const TYPES: Record<string, string> = {
  html: 'text/html',
  js: 'text/javascript',
  json: 'application/json',
  wasm: 'application/wasm',
};
const WORKER = `self.onmessage = async ({ data }) => {
  const { run } = await import(data.script);
  self.postMessage(await run(data.request));
};`;

/** Speed in a real page or worker of Chromium, on text not seen before. */
export interface BrowserResult {
  place: 'page' | 'worker';
  corpus: string;
  name: string;
  coldMegabytesPerSecond: number;
}

async function bundled(source: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: `${root}bench/tokens/in-browser`, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'chrome116',
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

/** Paths as in the repository; scripts and the page are made here. */
async function answerTo(path: string, made: Map<string, string>): Promise<Buffer | string> {
  const script = made.get(path);
  if (script !== undefined) return script;
  const folders: [string, string][] = [
    ['/dist/', `${root}dist/`],
    ['/peers/', `${root}bench/peers/`],
    ['/corpora/', `${root}build/bench/corpora/`],
  ];
  const [prefix, folder] = folders.find(([begin]) => path.startsWith(begin)) ?? ['/', '/dev/null/'];
  return readFile(folder + path.slice(prefix.length).replaceAll('..', ''));
}

async function serve(made: Map<string, string>): Promise<Server> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    answerTo(path, made).then(
      (body) => {
        const type = TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
        response.writeHead(200, { 'content-type': type }).end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

const inPage = (script: string, request: BrowserRequest) =>
  `import(${JSON.stringify(script)}).then(({ run }) => run(${JSON.stringify(request)}))`;

const inWorker = (script: string, request: BrowserRequest) => `new Promise((resolve, reject) => {
  const worker = new Worker('/worker.js', { type: 'module' });
  worker.onmessage = ({ data }) => resolve(data);
  worker.onerror = reject;
  worker.postMessage(${JSON.stringify({ script, request })});
})`;

/** Each time in a page of its own, so that nothing is remembered. */
async function measureOnce(browser: Browser, page: string, script: string): Promise<BrowserAnswer> {
  const context = await browser.newContext();
  try {
    const opened = await context.newPage();
    await opened.goto(page);
    return await opened.evaluate<BrowserAnswer>(script);
  } finally {
    await context.close();
  }
}

async function measureCorpus(browser: Browser, page: string, corpus: Corpus) {
  const request = { corpus: `/corpora/${corpus.name}.json`, warmUpTexts: corpus.warmUpTexts };
  const results: BrowserResult[] = [];
  const counts = new Set<number>();
  for (const [place, scriptOf] of [['page', inPage] as const, ['worker', inWorker] as const]) {
    for (const name of Object.keys(entries)) {
      const times: number[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const answer = await measureOnce(browser, page, scriptOf(`/${name}.js`, request));
        times.push(answer.milliseconds);
        counts.add(answer.tokens);
      }
      const speed = corpus.bytes / (median(times) * MICROSECONDS_PER_MILLISECOND);
      results.push({ place, corpus: corpus.name, name, coldMegabytesPerSecond: speed });
    }
  }
  if (counts.size !== 1) throw new Error(`${corpus.name}: counts differ: ${[...counts]}`);
  return results;
}

/** The same corpora in Chromium, in a page and in a worker. */
export async function measureInBrowser(): Promise<BrowserResult[]> {
  const made = new Map([
    ['/', '<!doctype html><title>bench</title>'],
    ['/page.html', '<!doctype html><title>bench</title>'],
    ['/worker.js', WORKER],
  ]);
  for (const [name, source] of Object.entries(entries)) {
    made.set(`/${name}.js`, await bundled(source));
  }
  const server = await serve(made);
  const page = `http://127.0.0.1:${(server.address() as AddressInfo).port}/page.html`;
  const browser = await openPlainBrowser();
  try {
    const results: BrowserResult[] = [];
    for (const corpus of readCorpora().filter(({ name }) => CORPORA.includes(name))) {
      results.push(...(await measureCorpus(browser, page, corpus)));
    }
    return results;
  } finally {
    await browser.close();
    server.close();
  }
}
