import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CDPSession } from 'playwright-core';
import type { ExtensionBrowser } from '../../tools/pages/extension-browser.ts';
import { readExchanges } from '../../tools/pages/play.ts';
import { servePages } from '../../tools/pages/serve-pages.ts';
import { storedPeriods } from '../../tools/pages/stored-periods.ts';
import { expectedOf, gramme, pagesFolder, playServed, problemsOf, withBrowser } from './support.ts';

/** A session that may stop the extension's worker for good, as the browser does when it idles. */
async function openStopper(browser: ExtensionBrowser): Promise<CDPSession> {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.extensionId}/manifest.json`);
  const session = await browser.context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  return session;
}

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Stops the worker again and again until told to end; answers how often. */
function keepStopping(session: CDPSession, everyMs: number): () => Promise<number> {
  let isOn = true;
  let stops = 0;
  const loop = async () => {
    while (isOn) {
      // The command may never be answered when the worker is just starting.
      await Promise.race([session.send('ServiceWorker.stopAllWorkers'), sleep(1000)]);
      stops++;
      await sleep(everyMs);
    }
  };
  const running = loop();
  return async () => {
    isOn = false;
    await running;
    return stops;
  };
}

/** Longer than the longest pause between two tries of a tab. */
const LONGEST_CATCHING_UP_MS = 60_000;
/** Nothing more is told after this much silence. */
const QUIET_MS = 3000;

/**
 * What is stored once the worker is let live. A slow machine may need longer to start it than it was
 * given between two stops: then the tab keeps its answers until now.
 */
async function toldAfterAll(browser: ExtensionBrowser, expected: number) {
  const begun = Date.now();
  while ((await readExchanges(browser)).length < expected) {
    if (Date.now() - begun > LONGEST_CATCHING_UP_MS) break;
    await sleep(250);
  }
  await sleep(QUIET_MS);
  return readExchanges(browser);
}

for (const policy of ['lax', 'strict'] as const) {
  test(`stopping the worker all the time loses nothing and counts nothing twice (${policy})`, async (context) => {
    const name = 'chatgpt-section-new-regenerate';
    await withBrowser(async (browser) => {
      const stopper = await openStopper(browser);
      // Before the first stop: setting up routes waits for every worker there is.
      await servePages(browser.context, pagesFolder, policy);
      const end = keepStopping(stopper, 300);
      await playServed(browser, { name, speed: 3 });
      const stops = await end();
      const stored = await toldAfterAll(browser, expectedOf(name).generations.length);
      context.diagnostic(`worker stopped ${stops} times`);
      assert.ok(stops > 10);
      assert.deepEqual(await problemsOf(name, stored), []);
      const [day] = storedPeriods(gramme, await browser.storage());
      assert.equal(day?.stats.requests, stored.length);
    });
  });
}
