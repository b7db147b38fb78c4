import { readFileSync } from 'node:fs';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { bundled, openBrowser } from '../tests/js/sites/play.ts';
import { pageOf, streamingOn } from '../tests/js/sites/section-page.ts';
import { type ExtensionBrowser, openExtensionBrowser } from '../tools/pages/extension-browser.ts';
import { atMost, format, type Line, median, shown } from './line.ts';

const ADDRESS = 'https://chatgpt.com/c/0190-bench';
const TOKENS_PER_SECOND = 100;
const TOKENS = 1500;
const ROUNDS = 3;
const SETTLE_MS = 4000;
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

/** How much each process worked meanwhile. Painting is the page's own business. */
function worked(before: Process[], after: Process[]): Process[] {
  const earlier = new Map(before.map(({ id, cpuTime }) => [id, cpuTime]));
  return after
    .filter(({ type }) => type !== 'GPU')
    .map((process) => ({ ...process, cpuTime: process.cpuTime - (earlier.get(process.id) ?? 0) }));
}

/** Plays a stream in one tab: what all processes worked, and what the tab's own one holds. */
async function playStream({ context }: ExtensionBrowser): Promise<Cost> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (session === undefined) throw new Error('no session with the browser');
  const page = await openChat(context);
  const cdp = await context.newCDPSession(page);
  const stream = streamingOn('tokens', TOKENS_PER_SECOND);
  await page.evaluate(`{${pageOf(20)} window.play = (tokens) => ${stream};}`);
  // The vocabulary is loaded, and code that runs often is compiled, before anything is measured.
  await page.waitForTimeout(SETTLE_MS);
  await page.evaluate('play(200)');
  await page.waitForTimeout(SETTLE_MS);
  const before = await processes(session);
  await page.evaluate(`play(${TOKENS})`);
  const work = worked(before, await processes(session));
  const renderers = work.filter(({ type }) => type === 'renderer');
  const tab = renderers.sort((a, b) => b.cpuTime - a.cpuTime)[0];
  await cdp.send('HeapProfiler.collectGarbage');
  const cpuSeconds = work.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  return { cpuSeconds, megabytes: tab === undefined ? 0 : ownMegabytes(tab.id) };
}

async function measured(hasConsent: boolean): Promise<Cost> {
  const browser = await openExtensionBrowser({ hasConsent });
  try {
    return await playStream(browser);
  } finally {
    await browser.close();
  }
}

/** One after the other, so that both meet the same machine; medians of the rounds. */
async function compared(): Promise<{ without: Cost; counting: Cost }> {
  const rounds: { without: Cost; counting: Cost }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push({ without: await measured(false), counting: await measured(true) });
  }
  const middle = (which: 'without' | 'counting'): Cost => ({
    cpuSeconds: median(rounds.map((round) => round[which].cpuSeconds)),
    megabytes: median(rounds.map((round) => round[which].megabytes)),
  });
  return { without: middle('without'), counting: middle('counting') };
}

interface ReadTimes {
  /** The page as a whole: at a turn, and every three seconds. */
  whole: number[];
  /** The answer that grows: up to four times a second. */
  growing: number[];
}

/** Readings of a page on which so many turns are mounted, in milliseconds. */
async function readTimes(): Promise<ReadTimes> {
  const [browser, script] = await Promise.all([openBrowser(), bundled('./reader-entry.ts')]);
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: script });
    return await page.evaluate<ReadTimes>(`(() => {
      ${pageOf(TURNS / 2)}
      const { dialects } = gramme.adapterFor('chatgpt.com');
      const dialect = dialects.find((one) => one.matches(document));
      const timed = (read) => Array.from({ length: ${READS} }, () => {
        const begun = performance.now();
        read();
        return performance.now() - begun;
      });
      return {
        whole: timed(() => { dialect.glance(document); dialect.look(document); }),
        growing: timed(() => dialect.lookAgain(document)),
      };
    })()`);
  } finally {
    await browser.close();
  }
}

/** What counting costs a tab: beside the same tab whose user has not agreed to it. */
export async function measureTab(): Promise<Line[]> {
  const { without, counting } = await compared();
  const { whole, growing } = await readTimes();
  const seconds = TOKENS / TOKENS_PER_SECOND;
  const percent = (100 * (counting.cpuSeconds - without.cpuSeconds)) / seconds;
  const megabytes = counting.megabytes - without.megabytes;
  const what = `counting ${TOKENS_PER_SECOND} tokens/s, of one core, all processes`;
  const read = `reading with ${TURNS} mounted turns while an answer grows`;
  return [
    atMost(what, percent, MOST_CPU_PERCENT, '%'),
    shown('  the same tab without counting', `${format((100 * without.cpuSeconds) / seconds)} %`),
    atMost('memory that counting adds to a tab', megabytes, MOST_MEGABYTES, 'MB'),
    atMost(read, median(growing), MOST_READ_MS, 'ms'),
    shown('  the whole page, at a turn', `${format(median(whole))} ms`),
  ];
}
