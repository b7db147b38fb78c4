import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RememberedExchange } from '../../extension/shared/exchange.ts';
import { servePages } from '../../tools/pages/serve-pages.ts';
import { storedPeriods } from '../../tools/pages/stored-periods.ts';
import { gramme, pagesFolder, play, problemsOf, withBrowser } from './support.ts';

const pages = ['chatgpt-section-new-regenerate', 'claude-response-thinking'];

const numbers = (exchanges: RememberedExchange[]) =>
  exchanges.map(({ prompt, output, visibleCharacters, estimate }) => ({
    prompt,
    output,
    visibleCharacters,
    estimate,
  }));

for (const name of pages) {
  test(`${name}: a strict page policy changes no number`, async () => {
    const lax = await withBrowser((browser) => play(browser, { name, policy: 'lax' }));
    const strict = await withBrowser((browser) => play(browser, { name, policy: 'strict' }));
    assert.deepEqual(await problemsOf(name, strict), []);
    assert.deepEqual(numbers(strict), numbers(lax));
  });
}

test('a page of a chat site cannot load anything of the extension’s, nor tell that it is there', async () => {
  await withBrowser(async (browser) => {
    const page = await browser.context.newPage();
    await servePages(browser.context, pagesFolder);
    await page.goto('https://chatgpt.com/chatgpt-turnkey-rich.html');
    for (const file of ['gramme.wasm', 'vocabulary/o200k_base.gvoc', 'popup.html', 'icon-16.png']) {
      const address = `chrome-extension://${browser.extensionId}/${file}`;
      const answer = await page.evaluate(
        (url) =>
          fetch(url).then(
            () => 'loaded',
            () => 'refused',
          ),
        address,
      );
      assert.equal(answer, 'refused', file);
    }
  });
});

test('day, month and year hold the sum of all answers, by model and by platform', async () => {
  await withBrowser(async (browser) => {
    const exchanges = [];
    for (const name of pages)
      exchanges.push(...(await play(browser, { name })).slice(exchanges.length));
    const storage = await browser.storage();
    const sum = exchanges.reduce((total, { estimate }) => total + estimate.gramsCo2e.central, 0);
    const periods = storedPeriods(gramme, storage);
    assert.equal(periods.length, 3);
    for (const { stats } of periods) {
      assert.equal(stats.requests, exchanges.length);
      assert.ok(Math.abs(stats.co2Grams / sum - 1) < 1e-12);
      assert.deepEqual(Object.keys(stats.byPlatform).sort(), ['chatgpt', 'claude']);
      assert.deepEqual(Object.keys(stats.byModel).sort(), [
        'claude-haiku-4-5',
        'claude-sonnet-5',
        'gpt-5-5',
        'gpt-5-5-thinking',
      ]);
    }
  });
});

test('the badge shows today’s figure in at most four characters', async () => {
  await withBrowser(async (browser) => {
    await play(browser, { name: 'chatgpt-turnkey-rich' });
    const worker = await browser.worker();
    const text = await worker.evaluate(() => chrome.action.getBadgeText({}));
    assert.match(text, /^[.\d<][.\dk]{0,3}$/);
    assert.ok(Number.parseFloat(text.replace('<', '')) > 0);
  });
});
