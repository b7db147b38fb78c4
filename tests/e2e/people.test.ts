/** What people do with the extension as a whole: pages, background and content script together. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import {
  type ExtensionBrowser,
  openExtensionBrowser,
} from '../../tools/pages/extension-browser.ts';
import { servePages } from '../../tools/pages/serve-pages.ts';
import { expectedOf, pagesFolder, playServed } from './support.ts';

const NAME = 'chatgpt-turnkey-rich';

async function withNewcomer(work: (browser: ExtensionBrowser) => Promise<void>): Promise<void> {
  const browser = await openExtensionBrowser({ hasConsent: false });
  try {
    await servePages(browser.context, pagesFolder, 'strict');
    await work(browser);
  } finally {
    await browser.close();
  }
}

async function openOwn({ context, extensionId }: ExtensionBrowser, name: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/${name}.html`);
  return page;
}

async function agree(browser: ExtensionBrowser): Promise<void> {
  const page = await openOwn(browser, 'welcome');
  await page.locator('button.main').click();
  await page.getByText('Counting is on').waitFor();
  await page.close();
}

/** The counter of a tab, through the devtools: it is closed to the page. */
async function counterText(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const text = JSON.stringify(root).match(/"localName":"gramme-counter".*/)?.[0] ?? '';
  return [...text.matchAll(/"nodeValue":"([^"]+)"/g)].map((match) => match[1]).join(' ');
}

test('before consent nothing is counted and the page has no counter; after it, both', async () => {
  await withNewcomer(async (browser) => {
    assert.deepEqual(await playServed(browser, { name: NAME }), []);
    await agree(browser);
    const exchanges = await playServed(browser, { name: NAME });
    assert.equal(exchanges.length, expectedOf(NAME).generations.length);
    const chat = browser.context.pages().at(-1) as Page;
    assert.match(await counterText(chat), /This answer Conversation Tokens .*Wh.*CO₂e/);
    assert.equal(
      await chat.evaluate(() => document.querySelector('gramme-counter')?.shadowRoot),
      null,
    );
  });
});

test('what was counted is shown, exported, erased, and brought back from the export', async () => {
  await withNewcomer(async (browser) => {
    await agree(browser);
    await playServed(browser, { name: NAME });
    const popup = await openOwn(browser, 'popup');
    const figure = popup.locator('figure-card .hero .figure');
    const before = await figure.textContent();
    assert.match(before ?? '', /[1-9]/);
    await popup.getByRole('tab').nth(1).click();
    await popup.locator('bar-chart canvas').waitFor();
    await popup.locator('explanation-view summary').click();
    await popup.getByText('Reading the model’s weights').waitFor();
    const options = await openOwn(browser, 'options');
    const saved = options.waitForEvent('download');
    await options.getByRole('button', { name: 'Export everything (JSON)' }).click();
    const file = await (await saved).path();
    await options.getByRole('button', { name: 'Erase everything…' }).click();
    await options.getByRole('button', { name: 'Erase', exact: true }).click();
    await options.getByText('Everything was erased.').waitFor();
    await popup.reload();
    await popup.getByText('Nothing weighed yet').waitFor();
    await options.locator('#file').setInputFiles(file);
    await options.getByRole('button', { name: 'Import', exact: true }).click();
    await options.getByText('Imported').waitFor();
    await popup.reload();
    assert.equal(await figure.textContent(), before);
  });
});

test('every page opens over the real background without a complaint', async () => {
  await withNewcomer(async (browser) => {
    await agree(browser);
    await playServed(browser, { name: NAME });
    for (const name of ['popup', 'options', 'report', 'privacy', 'diagnostics', 'welcome']) {
      const complaints: string[] = [];
      const page = await browser.context.newPage();
      page.on('console', (message) => complaints.push(`${name}: ${message.text()}`));
      page.on('pageerror', (error) => complaints.push(`${name}: ${error.message}`));
      await page.goto(`chrome-extension://${browser.extensionId}/${name}.html`);
      await page.locator('main:not([aria-busy=true])').waitFor();
      assert.equal(await page.getByRole('alert').filter({ hasText: /\w/ }).count(), 0, name);
      assert.deepEqual(complaints, []);
    }
  });
});
