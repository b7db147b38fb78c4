/** The popup over sample answers, for one language and theme. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { ExtensionBrowser, Look } from '../../../tools/look/extension-browser.ts';
import { type SampleOptions, sampleAnswers } from '../../../tools/look/sample-answers.ts';
import { WORDS, type Words } from './popup-words.ts';

export interface Opener {
  look: Look;
  words: Words;
  browser: ExtensionBrowser;
  /** Opens the popup over such answers. */
  open(options?: SampleOptions): Promise<Page>;
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
  const open = async (options: SampleOptions = {}): Promise<Page> => {
    const earlier = browser.context.pages().slice(1);
    await Promise.all(earlier.map((page) => page.close()));
    browser.complaints.length = 0;
    const page = await browser.open('popup.html', sampleAnswers(options));
    await page.locator('period-tabs, first-run').first().waitFor();
    return page;
  };
  return { look, words: WORDS[look.language], browser, open };
}
