/** "My data" with a log of 1 GB: how fast it is read, and whether the page stays at hand meanwhile. */
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { openApp } from '../tools/app/app-browser.ts';
import { inRoot } from '../tools/setup/paths.mjs';
import { atLeast, atMost, type Line, shown } from './line.ts';

const FILE_BYTES = 1e9;
const PART_LINES = 4096;
const MEGABYTE = 1e6;
const LEAST_MEGABYTES_PER_SECOND = 20;
/** From here on a task of the page counts as long (W3C Long Tasks). */
const LONG_TASK_MS = 50;
const MOST_PAGE_HEAP_MB = 50;
const MOST_RENDERER_MB = 500;
const MOST_CANCEL_MS = 500;
const LONGEST_RUN_MS = 600_000;

const TEXT = 'A line of an answer, as logs hold them beside their usage. '.repeat(12);

function lineOf(id: number): string {
  return `${JSON.stringify({
    id: `chatcmpl-${String(id).padStart(12, '0')}`,
    object: 'chat.completion',
    created: 1735689600 + ((id * 23) % 31_000_000),
    model: id % 3 === 0 ? 'gpt-4o' : 'gpt-5',
    choices: [{ index: 0, message: { role: 'assistant', content: TEXT } }],
    usage: { prompt_tokens: 200 + (id % 900), completion_tokens: 150 + (id % 400) },
  })}\n`;
}

/** Written once, and taken again as long as it is whole. */
async function largeLog(): Promise<string> {
  const path = inRoot('build/bench/use-1gb.jsonl');
  if (existsSync(path) && statSync(path).size >= FILE_BYTES) return path;
  mkdirSync(inRoot('build/bench'), { recursive: true });
  const file = await open(path, 'w');
  let written = 0;
  for (let id = 0; written < FILE_BYTES; id += PART_LINES) {
    const lines = Array.from({ length: PART_LINES }, (_, index) => lineOf(id + index));
    written += (await file.write(lines.join(''))).bytesWritten;
  }
  await file.close();
  return path;
}

/** Notes long tasks of the page, and the longest time that a timer of it was late. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const TICK_MS = 10;
    const noted = { longestTaskMs: 0, latestTimerMs: 0 };
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        noted.longestTaskMs = Math.max(noted.longestTaskMs, duration);
      }
    }).observe({ type: 'longtask' });
    let last = performance.now();
    setInterval(() => {
      const now = performance.now();
      noted.latestTimerMs = Math.max(noted.latestTimerMs, now - last - TICK_MS);
      last = now;
    }, TICK_MS);
    Object.assign(globalThis, { noted });
  });
}

const notedBy = (page: Page) =>
  page.evaluate(
    () =>
      (globalThis as unknown as { noted: { longestTaskMs: number; latestTimerMs: number } }).noted,
  );

/** The most memory that a page's process, its workers included, has had so far. */
async function mostRendererMegabytes(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  const peaks = renderers.map(({ id }) => {
    const [, kilobytes = '0'] =
      /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8')) ?? [];
    return (Number(kilobytes) * 1024) / MEGABYTE;
  });
  await session.detach();
  return Math.max(...peaks);
}

async function pageHeapMegabytes(session: CDPSession): Promise<number> {
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / MEGABYTE;
}

/** The largest heap of the page while something is awaited. */
async function mostHeapDuring(page: Page, work: Promise<unknown>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  let most = 0;
  let isOver = false;
  const done = work.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    most = Math.max(most, await pageHeapMegabytes(session));
    await Promise.race([done, page.waitForTimeout(500)]);
  }
  await done;
  return most;
}

async function cancelMilliseconds(page: Page, path: string): Promise<number> {
  await page.locator('drop-zone input').setInputFiles(path);
  await page.waitForTimeout(2000);
  const start = performance.now();
  await page.locator('reading-progress button').click();
  await page.locator('reading-progress').waitFor({ state: 'detached' });
  return performance.now() - start;
}

/** MB/s, longest task, heap, peak of the process, and how soon a cancel is heard. */
export async function measureAppData(): Promise<Line[]> {
  const path = await largeLog();
  const app = await openApp();
  const visitor = await app.newVisitor({ language: 'en', theme: 'light' });
  const page = await visitor.open('#/data');
  const cancelMs = await cancelMilliseconds(page, path);
  await watch(page);
  const start = performance.now();
  await page.locator('drop-zone input').setInputFiles(path);
  const shownUse = page.locator('use-view figure-card').waitFor({ timeout: LONGEST_RUN_MS });
  const heap = await mostHeapDuring(page, shownUse);
  const seconds = (performance.now() - start) / 1000;
  const { longestTaskMs, latestTimerMs } = await notedBy(page);
  const renderer = await mostRendererMegabytes(app.browser);
  await app.close();
  const rate = statSync(path).size / MEGABYTE / seconds;
  return [
    atLeast('my data: a log of 1 GB', rate, LEAST_MEGABYTES_PER_SECOND, 'MB/s'),
    atMost('my data: longest task of the page', longestTaskMs, LONG_TASK_MS, 'ms'),
    shown('my data: longest wait of a timer of the page', `${latestTimerMs.toFixed(0)} ms`),
    atMost('my data: JS heap of the page', heap, MOST_PAGE_HEAP_MB, 'MB'),
    atMost('my data: peak of its process, workers included', renderer, MOST_RENDERER_MB, 'MB'),
    atMost('my data: from "Cancel" to its end', cancelMs, MOST_CANCEL_MS, 'ms'),
  ];
}
