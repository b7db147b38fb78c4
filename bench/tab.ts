import { readFileSync } from 'node:fs';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { bundled, openBrowser } from '../tests/js/sites/play.ts';
import { pageOf, streamingOn } from '../tests/js/sites/section-page.ts';
import { type ExtensionBrowser, openExtensionBrowser } from '../tools/pages/extension-browser.ts';
import { atMost, format, type Line, median, shown } from './line.ts';

const ADDRESS = 'https://chatgpt.com/c/0190-bench';
const TOKENS_PER_SECOND = 100;
const TOKENS = 2000;
const MOST_CPU_PERCENT = 1;
const MOST_MEGABYTES = 12;
const TURNS = 500;
const READS = 200;
const MOST_READ_MS = 1;

interface Process {
  id: number;
  type: string;
  cpuTime: number;
}

const processes = async (session: CDPSession): Promise<Process[]> =>
  (await session.send('SystemInfo.getProcessInfo')).processInfo;

const cpuSeconds = (list: Process[]) => list.reduce((sum, { cpuTime }) => sum + cpuTime, 0);

/** Memory that only this process has. */
function ownMegabytes(id: number): number {
  const text = readFileSync(`/proc/${id}/smaps_rollup`, 'utf8');
  return Number(/Private_Dirty:\s+(\d+) kB/.exec(text)?.[1] ?? 0) / 1024;
}

async function openChat(context: BrowserContext): Promise<Page> {
  await context.route(`${ADDRESS}*`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><body></body>' }),
  );
  const page = await context.newPage();
  await page.goto(ADDRESS);
  return page;
}

interface Cost {
  cpuSeconds: number;
  megabytes: number;
}

/** Plays a stream in one tab: what all processes worked, and what the tab's own one holds. */
async function playStream({ context }: ExtensionBrowser): Promise<Cost> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (session === undefined) throw new Error('no session with the browser');
  const known = new Set((await processes(session)).map(({ id }) => id));
  const page = await openChat(context);
  await page.evaluate(
    `{${pageOf(20)} window.play = () => ${streamingOn(TOKENS, TOKENS_PER_SECOND)};}`,
  );
  await page.waitForTimeout(3000);
  const before = cpuSeconds(await processes(session));
  await page.evaluate('play()');
  const after = await processes(session);
  const tab = after.filter(({ id, type }) => type === 'renderer' && !known.has(id));
  const busiest = tab.sort((a, b) => b.cpuTime - a.cpuTime)[0];
  return {
    cpuSeconds: cpuSeconds(after) - before,
    megabytes: busiest === undefined ? 0 : ownMegabytes(busiest.id),
  };
}

async function measured(hasConsent: boolean): Promise<Cost> {
  const browser = await openExtensionBrowser({ hasConsent });
  try {
    return await playStream(browser);
  } finally {
    await browser.close();
  }
}

/** Full readings of a page on which so many turns are mounted, in milliseconds. */
async function readTimes(): Promise<number[]> {
  const [browser, script] = await Promise.all([openBrowser(), bundled('./reader-entry.ts')]);
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: script });
    return await page.evaluate<number[]>(`(() => {
      ${pageOf(TURNS / 2)}
      const { dialects } = gramme.adapterFor('chatgpt.com');
      const dialect = dialects.find((one) => one.matches(document));
      return Array.from({ length: ${READS} }, () => {
        const begun = performance.now();
        dialect.glance(document);
        dialect.look(document);
        return performance.now() - begun;
      });
    })()`);
  } finally {
    await browser.close();
  }
}

/** What counting costs a tab: beside the same tab whose user has not agreed to it. */
export async function measureTab(): Promise<Line[]> {
  const [without, counting] = [await measured(false), await measured(true)];
  const seconds = TOKENS / TOKENS_PER_SECOND;
  const percent = (100 * (counting.cpuSeconds - without.cpuSeconds)) / seconds;
  const what = `counting ${TOKENS_PER_SECOND} tokens/s, of one core, all processes`;
  return [
    atMost(what, percent, MOST_CPU_PERCENT, '%'),
    shown('  the same tab without counting', `${format((100 * without.cpuSeconds) / seconds)} %`),
    atMost(
      'memory that counting adds to a tab',
      counting.megabytes - without.megabytes,
      MOST_MEGABYTES,
      'MB',
    ),
    atMost(
      `reading a page with ${TURNS} mounted turns, median`,
      median(await readTimes()),
      MOST_READ_MS,
      'ms',
    ),
  ];
}
