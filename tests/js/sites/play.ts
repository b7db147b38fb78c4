import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import type { Fingerprint } from '../../../extension/content/fingerprint.ts';
import { siteFacts } from '../../../extension/shared/site-facts.ts';
import type { Generation, Health, SiteId } from '../../../extension/sites/records.ts';
import type { ExpectedPage } from '../../../tools/pages/compare.ts';
import { servePages } from '../../../tools/pages/serve-pages.ts';

export interface Played {
  started: Generation[];
  /** The last record of each generation, in the order they were started. */
  finished: Generation[];
  finishedCalls: number;
  saved: Fingerprint[];
  health: Health[];
  cost: { batches: number; total: number; largest: number };
  errors: string[];
}

export { openPlainBrowser as openBrowser } from '../../../tools/pages/extension-browser.ts';

export async function bundled(entry: string, globalName = 'gramme'): Promise<string> {
  const result = await build({
    entryPoints: [new URL(entry, import.meta.url).pathname],
    bundle: true,
    write: false,
    format: 'iife',
    globalName,
    target: 'chrome120',
  });
  return result.outputFiles[0]?.text ?? '';
}

export interface PlayOptions {
  directory: string;
  site: SiteId;
  speed: number;
  script: string;
  /** How long the store takes to hand over what it kept, in milliseconds. */
  storeDelay?: number;
}

const settleTime = 2200;
const longestPlay = 120_000;

/** Plays one simulated page to its end and hands over what the observer told. */
export async function playPage(
  browser: Browser,
  name: string,
  options: PlayOptions,
): Promise<Played> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const played = blankPlay();
  const latest = new Map<string, Generation>();
  const kept = new Map<string | null, Fingerprint>();
  await servePages(context, options.directory);
  await context.exposeFunction('grammeTake', async (conversation: string | null) => {
    await setTimeout(options.storeDelay ?? 0);
    const found = kept.get(conversation) ?? null;
    kept.delete(conversation);
    return found;
  });
  await context.exposeFunction('grammeTell', (kind: string, value: never) => {
    hear(kind, value, { played, latest, kept });
  });
  await context.addInitScript({ content: options.script });
  const page = await context.newPage();
  page.on('pageerror', (error) => played.errors.push(error.message));
  await page.goto(`https://${siteFacts[options.site].host}/${name}.html?speed=${options.speed}`);
  await page.waitForSelector('html[data-sim-done]', { timeout: longestPlay, state: 'attached' });
  await page.waitForTimeout(settleTime);
  played.cost = await page.evaluate<Played['cost']>('window.grammeCost');
  await context.close();
  played.finished = [...latest.values()].sort((a, b) => a.startedAt - b.startedAt);
  return played;
}

function blankPlay(): Played {
  const cost = { batches: 0, total: 0, largest: 0 };
  return { started: [], finished: [], finishedCalls: 0, saved: [], health: [], cost, errors: [] };
}

interface Heard {
  played: Played;
  latest: Map<string, Generation>;
  kept: Map<string | null, Fingerprint>;
}

function hear(kind: string, value: never, heard: Heard): void {
  if (kind === 'started') heard.played.started.push(value);
  if (kind === 'health') heard.played.health.push(value);
  if (kind === 'saved') {
    heard.played.saved.push(value);
    heard.kept.set((value as Fingerprint).conversation, value);
  }
  if (kind === 'finished') {
    heard.played.finishedCalls++;
    heard.latest.set((value as Generation).id, value);
  }
}

/** What happened on a simulated page, as its file beside it states. */
export function readExpected(directory: string, name: string): ExpectedPage & { site: SiteId } {
  return JSON.parse(readFileSync(`${directory}/${name}.expected.json`, 'utf8'));
}
