import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withBrowser } from './support.ts';

const strangePage = `<!doctype html><title>ChatGPT</title><main>
  <p>A page whose structure nobody has seen before.</p></main>`;

test('a chat page that is not recognised is said to be not counted', async () => {
  await withBrowser(async (browser) => {
    await browser.context.route('https://chatgpt.com/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: strangePage }),
    );
    const page = await browser.context.newPage();
    await page.goto('https://chatgpt.com/c/0d5d1a0a-aaaa-4bbb-8ccc-111122223333');
    await page.waitForTimeout(7000);
    const worker = await browser.worker();
    const [text, health] = await worker.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
      const tabId = tab?.id ?? -1;
      const session = await chrome.storage.session.get(`tab:${tabId}`);
      return [await chrome.action.getBadgeText({ tabId }), session[`tab:${tabId}`]] as const;
    });
    assert.equal(text, 'off');
    assert.deepEqual(health, { state: 'blind', site: 'chatgpt', reason: 'page_not_recognised' });
  });
});

test('messages that no page of ours would send change nothing', async () => {
  await withBrowser(async (browser) => {
    const page = await browser.context.newPage();
    await page.goto(`chrome-extension://${browser.extensionId}/popup.html`);
    const before = await browser.storage();
    const hostile: unknown[] = [
      null,
      7,
      'exchange/finished',
      { type: 'exchange/finished' },
      { type: 'exchange/finished', exchange: { id: 'x', tokens: 1e99 } },
      { type: 'settings/write', settings: { badgeUnit: 'miles', more: 1 } },
      { type: '__proto__' },
      { type: 'constructor' },
      JSON.parse('{"type":"settings/write","settings":{"__proto__":{"badgeUnit":"wattHours"}}}'),
    ];
    for (const message of hostile) {
      const answer = await page.evaluate((sent) => chrome.runtime.sendMessage(sent), message);
      assert.deepEqual(answer, { failure: 'refused' }, JSON.stringify(message));
    }
    assert.deepEqual(await browser.storage(), before);
  });
});
