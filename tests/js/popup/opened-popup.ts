/** The popup with what is stored, for one language and theme. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { type ExtensionBrowser, type Look, store } from '../../../tools/look/extension-browser.ts';
import { WORDS, type Words } from './popup-words.ts';

export interface Opener {
  look: Look;
  words: Words;
  browser: ExtensionBrowser;
  /** Opens the popup over these stored items. */
  open(items: Record<string, unknown>): Promise<Page>;
}

export type Check = (opener: Opener) => Promise<void>;

/** The console is silent and nothing sticks out sideways. */
export async function checkPage({ browser }: Opener, page: Page): Promise<void> {
  assert.deepEqual(browser.complaints, []);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  assert.equal(overflow, 0);
  const panel = page.getByRole('tabpanel');
  if ((await panel.count()) === 0) return;
  assert.ok(await panel.evaluate((element) => element.scrollWidth <= element.clientWidth));
}

export function newOpener(browser: ExtensionBrowser, look: Look): Opener {
  const open = async (items: Record<string, unknown>): Promise<Page> => {
    const earlier = browser.context.pages().slice(1);
    await Promise.all(earlier.map((page) => page.close()));
    browser.complaints.length = 0;
    await store(browser.worker, items);
    const page = await browser.openPopup();
    await page.locator('period-tabs, first-run').first().waitFor();
    return page;
  };
  return { look, words: WORDS[look.language], browser, open };
}
