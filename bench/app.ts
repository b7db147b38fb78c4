/** The web app on a slow device: when it can be used, and what it has downloaded by then. */
import { type AppBrowser, openApp, settled } from '../tools/app/app-browser.ts';
import { brotliKilobytes } from '../tools/app/app-sizes.ts';
import { atMost, type Line, median } from './line.ts';

const RUNS = 7;
const SLOWED_TIMES = 4;
const USABLE_GOAL_MS = 1000;
const PAGE_GOAL_KILOBYTES = 150;

interface Opening {
  usableMs: number;
  answeredMs: number;
  requests: string[];
}

/** Opens the app as somebody who was never there, on a processor that is so many times slower. */
async function openSlowed({ browser, origin }: AppBrowser): Promise<Opening> {
  // What is kept for offline use comes after, and is no part of what is waited for.
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED_TIMES });
  await page.goto(`${origin}/`);
  await page.locator('estimate-view').waitFor();
  await settled(page);
  const [usableMs = Number.NaN, answeredMs = Number.NaN] = await page.evaluate(() =>
    ['calculator-usable', 'calculator-answered'].map(
      (name) => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN,
    ),
  );
  await context.close();
  return { usableMs, answeredMs, requests };
}

export async function measureApp(): Promise<Line[]> {
  const app = await openApp();
  const openings: Opening[] = [];
  for (let run = 0; run < RUNS; run++) openings.push(await openSlowed(app));
  await app.close();
  const requests = openings[0]?.requests ?? [];
  const isWasm = (address: string) => address.endsWith('.wasm');
  const pages = requests.filter((address) => !isWasm(address));
  const usable = median(openings.map(({ usableMs }) => usableMs));
  const answered = median(openings.map(({ answeredMs }) => answeredMs));
  const slowed = `${SLOWED_TIMES} × slowed processor`;
  return [
    atMost(`app: fields can be used, ${slowed}`, usable, USABLE_GOAL_MS, 'ms'),
    atMost(`app: first estimate shown, ${slowed}`, answered, USABLE_GOAL_MS, 'ms'),
    atMost('app: page without core, brotli', brotliKilobytes(pages), PAGE_GOAL_KILOBYTES, 'kB'),
    atMost('app: page and core, brotli', brotliKilobytes(requests), PAGE_GOAL_KILOBYTES, 'kB'),
  ];
}
