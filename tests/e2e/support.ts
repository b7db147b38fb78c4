import { readFileSync } from 'node:fs';
import { withEstimates } from '../../extension/shared/estimated-count.ts';
import type { RememberedExchange } from '../../extension/shared/exchange.ts';
import type { ExpectedPage } from '../../tools/pages/compare.ts';
import { compareStored } from '../../tools/pages/compare-stored.ts';
import {
  type BrowserOptions,
  type ExtensionBrowser,
  openExtensionBrowser,
} from '../../tools/pages/extension-browser.ts';
import { playPage } from '../../tools/pages/play.ts';
import { type PagePolicy, servePages } from '../../tools/pages/serve-pages.ts';
import { inRoot } from '../../tools/setup/paths.mjs';
import { loadGramme } from '../../web/core/node.ts';

export const pagesFolder = inRoot('tests/fixtures/pages');
const folder = new URL('../../dist/', import.meta.url);
/** Counts as the extension does. */
export const gramme = withEstimates(await loadGramme({ folder }));

export function expectedOf(name: string): ExpectedPage {
  return JSON.parse(readFileSync(`${pagesFolder}/${name}.expected.json`, 'utf8')) as ExpectedPage;
}

/** Opens a browser, hands it over, and closes it whatever happens. */
export async function withBrowser<T>(
  work: (browser: ExtensionBrowser) => Promise<T>,
  options: BrowserOptions = {},
): Promise<T> {
  const browser = await openExtensionBrowser(options);
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

export interface Playing {
  name: string;
  speed?: number;
  policy?: PagePolicy;
}

/** Serves the project's own pages, then plays one of them; returns what was stored. */
export async function play(
  browser: ExtensionBrowser,
  { name, speed = 6, policy = 'lax' }: Playing,
): Promise<RememberedExchange[]> {
  await servePages(browser.context, pagesFolder, policy);
  return playServed(browser, { name, speed });
}

/** Plays a page that is served already. */
export async function playServed(
  browser: ExtensionBrowser,
  { name, speed = 6 }: Playing,
): Promise<RememberedExchange[]> {
  const expected = expectedOf(name);
  const request = { site: expected.site, name, speed, expected: expected.generations.length };
  return (await playPage(browser, request)).exchanges;
}

/** What differs between a page's expectation and what was stored; empty when all is right. */
export async function problemsOf(name: string, stored: RememberedExchange[]): Promise<string[]> {
  const count = (text: string, site: string, model: string) => gramme.count(text, { site, model });
  return (await compareStored(expectedOf(name), stored, count)).problems;
}
