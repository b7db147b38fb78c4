/** Everything is done by keyboard, and nothing moves for those who do not want it. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { ExtensionBrowser } from '../../tools/look/extension-browser.ts';
import { sampleAnswers } from '../../tools/look/sample-answers.ts';
import { sentBy } from '../../tools/look/stub.ts';

type Check = (browser: ExtensionBrowser) => Promise<void>;

/** What has the focus, down through the shadow roots. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element === null || element === document.body ? '' : `${element.tagName}#${element.id}`;
  });
}

async function pressUntil(page: Page, key: string, isThere: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    if (await isThere()) return;
    await page.keyboard.press(key);
  }
  assert.fail(`${key} never leads there`);
}

const tabThroughOptions: Check = async (browser) => {
  const page = await browser.open('options.html', sampleAnswers());
  await page.locator('data-section meter').waitFor();
  const seen = new Set<string>();
  await page.keyboard.press('Tab');
  for (let presses = 0; presses < 60; presses++) {
    seen.add(await focused(page));
    await page.keyboard.press('Tab');
  }
  const wanted = ['#language', '#theme', '#counter', '#limit', '#region', '#figure', '#file'];
  const missing = wanted.filter((id) => ![...seen].some((name) => name.endsWith(id)));
  assert.deepEqual(missing, []);
  await page.close();
};

const addBudget: Check = async (browser) => {
  const page = await browser.open('options.html', sampleAnswers());
  await page.locator('data-section meter').waitFor();
  await pressUntil(page, 'Tab', async () => (await focused(page)).endsWith('#limit'));
  await page.keyboard.type('120');
  await page.keyboard.press('Enter');
  await page.locator('budgets-section li').waitFor();
  const written = (await sentBy(page)).find(({ type }) => type === 'settings/write');
  assert.match(JSON.stringify(written), /"limit":120,"measure":"gramsCo2e","range":"day"/);
  await page.close();
};

const agree: Check = async (browser) => {
  const page = await browser.open(
    'welcome.html',
    sampleAnswers({ settings: { consentedAt: null } }),
  );
  await page.locator('button.main').waitFor();
  await pressUntil(page, 'Tab', async () => (await focused(page)).startsWith('BUTTON'));
  await page.keyboard.press('Enter');
  await page.locator('welcome-page a[href="options.html"]').last().waitFor();
  const written = (await sentBy(page)).find(({ type }) => type === 'settings/write');
  assert.match(JSON.stringify(written), /"consentedAt":\d{13}/);
  await page.close();
};

const askBeforeErasing: Check = async (browser) => {
  const page = await browser.open('options.html', sampleAnswers());
  const button = page.locator('erase-all button').first();
  await button.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  assert.equal(await focused(page), 'BUTTON#');
  const isErased = async () => (await sentBy(page)).some(({ type }) => type === 'ledger/erase');
  assert.equal(await isErased(), false);
  await button.press('Enter');
  await page.getByRole('dialog').locator('.danger').press('Enter');
  await page.waitForTimeout(100);
  assert.equal(await isErased(), true);
  await page.close();
};

const nothingMoves: Check = async (browser) => {
  const page = await browser.open('popup.html', sampleAnswers());
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const motion = await page.evaluate(() =>
    getComputedStyle(document.documentElement).getPropertyValue('--gramme-motion').trim(),
  );
  assert.match(motion, /^0m?s$/);
  await page.close();
};

export const checksOfKeys: [title: string, check: Check][] = [
  ['options: every control is reached with Tab', tabThroughOptions],
  ['options: a budget is added by keyboard', addBudget],
  ['options: erasing asks first, and Escape leaves everything', askBeforeErasing],
  ['welcome: counting is agreed to by keyboard', agree],
  ['nothing moves where less motion is wanted', nothingMoves],
];
