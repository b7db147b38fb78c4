import type { Page } from 'playwright-core';
import type { RememberedExchange } from '../../extension/shared/exchange.ts';
import { siteFacts } from '../../extension/shared/site-facts.ts';
import type { SiteId } from '../../extension/sites/records.ts';
import type { ExtensionBrowser } from './extension-browser.ts';

/** Longer than any scenario lasts, also at real-time speed on a busy machine. */
const LONGEST_PLAY_MS = 300_000;
/** An answer without an end mark is closed this long after its last sign of life, at most. */
const LONGEST_SETTLE_MS = 13_000;
/** Nothing more is stored after this much silence. */
const QUIET_MS = 2_500;
const POLL_MS = 250;

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export interface Played {
  page: Page;
  /** What the extension stored, in the order in which the answers began. */
  exchanges: RememberedExchange[];
}

export interface PlayRequest {
  site: SiteId;
  name: string;
  speed: number;
  /** How many answers are to be seen; waiting ends early when they are stored. */
  expected: number;
}

/** The exchanges that the extension remembers, oldest start first. */
export async function readExchanges(browser: ExtensionBrowser): Promise<RememberedExchange[]> {
  const { recent } = await browser.storage();
  const list = Array.isArray(recent) ? (recent as RememberedExchange[]) : [];
  return [...list].sort((a, b) => a.startedAt - b.startedAt);
}

async function settled(browser: ExtensionBrowser, expected: number): Promise<RememberedExchange[]> {
  const begun = Date.now();
  let last = '';
  let since = begun;
  for (;;) {
    const exchanges = await readExchanges(browser);
    const now = Date.now();
    const shown = JSON.stringify(exchanges);
    if (shown !== last) since = now;
    last = shown;
    const isComplete = exchanges.length >= expected && now - since >= QUIET_MS;
    if (isComplete || now - begun >= LONGEST_SETTLE_MS) return exchanges;
    await sleep(POLL_MS);
  }
}

/** Plays one simulated page in a tab of its own to its end. */
export async function playPage(browser: ExtensionBrowser, request: PlayRequest): Promise<Played> {
  const { site, name, speed, expected } = request;
  const page = await browser.context.newPage();
  await page.goto(`https://${siteFacts[site].host}/${name}.html?speed=${speed}`);
  await page.waitForSelector('html[data-sim-done]', {
    timeout: LONGEST_PLAY_MS,
    state: 'attached',
  });
  return { page, exchanges: await settled(browser, expected) };
}
