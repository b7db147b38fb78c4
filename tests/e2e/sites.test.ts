import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { siteFacts } from '../../extension/shared/site-facts.ts';
import type { SiteId } from '../../extension/sites/records.ts';
import type { ExtensionBrowser } from '../../tools/pages/extension-browser.ts';
import { readExchanges } from '../../tools/pages/play.ts';
import { servePages } from '../../tools/pages/serve-pages.ts';
import { expectedOf, pagesFolder, play, problemsOf, withBrowser } from './support.ts';

const name = 'gemini-new-chat';
const site: SiteId = 'gemini';
/** The page waits to be told to play. */
const address = `https://${siteFacts[site].host}/${name}.html?speed=6&manual=1`;
/** Longer than an answer takes to be stored after its end. */
const SETTLE_MS = 4000;

/** What Chrome's own page of an extension does when a user permits its sites there. */
interface DeveloperPrivate {
  updateExtensionConfiguration(update: { extensionId: string; hostAccess: string }): Promise<void>;
  addHostPermission(extensionId: string, host: string): Promise<void>;
  removeHostPermission(extensionId: string, host: string): Promise<void>;
}

interface Permissions {
  add(site: SiteId): Promise<void>;
  remove(site: SiteId): Promise<void>;
}

/** Takes all sites away from the extension, and hands over what gives them one by one. */
async function takePermissions({ context, extensionId }: ExtensionBrowser): Promise<Permissions> {
  const settings = await context.newPage();
  await settings.goto('chrome://extensions');
  const change = (call: 'withhold' | 'add' | 'remove', host: string) =>
    settings.evaluate(
      async ([what, id, pattern]) => {
        const chromeOfPage = chrome as unknown as { developerPrivate: DeveloperPrivate };
        const { developerPrivate } = chromeOfPage;
        if (what === 'add') return developerPrivate.addHostPermission(id, pattern);
        if (what === 'remove') return developerPrivate.removeHostPermission(id, pattern);
        const hostAccess = 'ON_SPECIFIC_SITES';
        return developerPrivate.updateExtensionConfiguration({ extensionId: id, hostAccess });
      },
      [call, extensionId, host] as const,
    );
  await change('withhold', '');
  const patternOf = (id: SiteId) => `https://${siteFacts[id].host}/*`;
  return {
    add: (id) => change('add', patternOf(id)),
    remove: (id) => change('remove', patternOf(id)),
  };
}

/** Waits until scripts are registered for these sites and no other. */
async function waitForScripts(browser: ExtensionBrowser, sites: SiteId[]): Promise<void> {
  const expected = sites.map((id) => `content-${id}`).join();
  for (let attempt = 0; attempt < 50; attempt++) {
    const worker = await browser.worker();
    const scripts = await worker.evaluate(() => chrome.scripting.getRegisteredContentScripts());
    const ids = scripts.map(({ id }) => id).sort();
    if (ids.join() === expected) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(`not registered: ${expected}`);
}

async function openWaiting(browser: ExtensionBrowser): Promise<Page> {
  await servePages(browser.context, pagesFolder);
  const page = await browser.context.newPage();
  await page.goto(address);
  return page;
}

async function playThere(page: Page): Promise<void> {
  await page.evaluate('__sim.start()');
  await page.waitForSelector('html[data-sim-done]', { state: 'attached' });
  await page.waitForTimeout(SETTLE_MS);
}

test('a site that nobody permitted is not read', async () => {
  await withBrowser(async (browser) => {
    assert.deepEqual(await play(browser, { name }), []);
    await waitForScripts(browser, []);
  });
});

test('a page that is open when its site is permitted is counted from then on, and once', async () => {
  const session = async (browser: ExtensionBrowser) => {
    const permissions = await takePermissions(browser);
    await waitForScripts(browser, []);
    const page = await openWaiting(browser);
    await permissions.add(site);
    await waitForScripts(browser, [site]);
    // As if it had been put there a second and a third time.
    const worker = await browser.worker();
    await worker.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ url: 'https://gemini.google.com/*' });
      const target = { tabId: tab?.id ?? -1 };
      const files = ['content.js'];
      await chrome.scripting.executeScript({ target, files });
      await chrome.scripting.executeScript({ target, files });
    });
    await playThere(page);
    assert.deepEqual(await problemsOf(name, await readExchanges(browser)), []);
  };
  await withBrowser(session, { isPermitted: true });
});

test('a page whose permission is taken back is counted no more, and again when it is given', async () => {
  const session = async (browser: ExtensionBrowser) => {
    const permissions = await takePermissions(browser);
    await permissions.add(site);
    await waitForScripts(browser, [site]);
    const page = await openWaiting(browser);
    await page.waitForTimeout(500);
    await permissions.remove(site);
    await waitForScripts(browser, []);
    await playThere(page);
    assert.deepEqual(await readExchanges(browser), []);
    await permissions.add(site);
    await waitForScripts(browser, [site]);
    await page.goto(address);
    await playThere(page);
    assert.deepEqual(await problemsOf(name, await readExchanges(browser)), []);
  };
  await withBrowser(session, { isPermitted: true });
});

test('with the manifest as it is, a permitted site is counted until the extension gives it back', async () => {
  const session = async (browser: ExtensionBrowser) => {
    await waitForScripts(browser, ['deepseek', 'gemini', 'perplexity']);
    const page = await openWaiting(browser);
    await playThere(page);
    const stored = await readExchanges(browser);
    assert.deepEqual(await problemsOf(name, stored), []);
    const worker = await browser.worker();
    const origins = [`https://${siteFacts[site].host}/*`];
    await worker.evaluate((all) => chrome.permissions.remove({ origins: all }), origins);
    await waitForScripts(browser, ['deepseek', 'perplexity']);
    await page.goto(address);
    await playThere(page);
    assert.deepEqual(await readExchanges(browser), stored);
  };
  await withBrowser(session, { wasPermitted: true });
});

for (const page of ['deepseek-virtual-think', 'perplexity-growth']) {
  test(`${page}: a strict page policy loses nothing`, async () => {
    const session = (browser: ExtensionBrowser) => play(browser, { name: page, policy: 'strict' });
    const stored = await withBrowser(session, { isPermitted: true });
    assert.deepEqual(await problemsOf(page, stored), []);
    assert.ok(stored.every(({ output }) => output.kind === 'estimated'));
    assert.ok(expectedOf(page).generations.length > 2);
  });
}
