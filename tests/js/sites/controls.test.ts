import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { Look } from '../../../extension/sites/types.ts';
import { bundled, openBrowser } from './play.ts';

let browser: Browser;
let page: Page;

before(async () => {
  browser = await openBrowser();
  page = await browser.newPage();
  await page.addScriptTag({ content: await bundled('./reader-entry.ts') });
});
after(() => browser.close());

function show(html: string): Promise<void> {
  return page.evaluate(`document.body.innerHTML = ${JSON.stringify(`<main>${html}</main>`)}`);
}

function lookAt(host: string): Promise<Look> {
  return page.evaluate<Look>(
    `gramme.adapterFor('${host}').dialects.find((dialect) => dialect.matches(document)).look(document)`,
  );
}

const isStop = (host: string, selector: string) =>
  page.evaluate<boolean>(
    `gramme.adapterFor('${host}').isStopButton(document.querySelector('${selector}'))`,
  );

const row = (key: number, inner: string) =>
  `<div data-virtual-list-item-key="${key}"><div class="ds-message">${inner}</div></div>`;
const button = (more = '') =>
  `<div role="button" class="ds-button ds-button--primary ds-button--circle ${more}"><svg></svg></div>`;
const deepseekHost = 'chat.deepseek.com';

/** A DeepSeek page with one answered prompt; its composer holds a text. */
async function deepseek(typed: string, ...buttons: string[]): Promise<Look> {
  const thread = row(1, 'Why?') + row(2, '<div class="ds-markdown">Because.</div>');
  await show(`${thread}<textarea name="search">${typed}</textarea>${buttons.join('')}`);
  return lookAt(deepseekHost);
}

test('DeepSeek is busy while its button is enabled over an empty composer', async () => {
  assert.equal((await deepseek('', button())).isBusy, true);
  assert.equal((await deepseek('', button('ds-button--disabled'))).isBusy, false);
  assert.equal((await deepseek('A next prompt', button())).isBusy, false);
  const dialog = `<div role="dialog">${button()}</div>`;
  assert.equal((await deepseek('', button('ds-button--disabled'), dialog)).isBusy, false);
});

test('DeepSeek’s enabled button is what a user stops an answer with', async () => {
  await deepseek('', button());
  assert.equal(await isStop(deepseekHost, '.ds-button svg'), true);
  await deepseek('', button('ds-button--disabled'));
  assert.equal(await isStop(deepseekHost, '.ds-button svg'), false);
});

test('an empty row of DeepSeek is an answer on its way, not a prompt', async () => {
  await show(row(1, 'Why?') + row(2, '<div class="dots"></div>'));
  const { prompt, reply } = await lookAt(deepseekHost);
  assert.deepEqual([prompt?.text, prompt?.position, reply], ['Why?', 1, null]);
});

test('Gemini’s stop icon counts beside the composer, not in an answer', async () => {
  const turn = (more = '') =>
    `<user-query><div class="query-text">Why?</div></user-query><model-response><div class="markdown-main-panel">Because.</div>${more}</model-response>`;
  const icon = '<button aria-label="?"><mat-icon fonticon="stop"></mat-icon></button>';
  const host = 'gemini.google.com';
  await show(turn() + icon);
  assert.equal((await lookAt(host)).isBusy, true);
  assert.equal(await isStop(host, 'mat-icon'), true);
  await show(turn(icon));
  assert.equal((await lookAt(host)).isBusy, false);
});

test('what the toolbar of a Perplexity bubble is called makes it no prompt', async () => {
  await show(`<div class="group group/user-bubble"><span>Why?</span></div>
    <div class="group-hover/user-bubble:opacity-100">08:12</div>`);
  const { prompt, hasEarlierTurns } = await lookAt('www.perplexity.ai');
  assert.deepEqual([prompt?.text, hasEarlierTurns], ['Why?', false]);
});

const addresses: Record<string, [conversation: string | null, isChat: boolean]> = {
  'https://gemini.google.com/app': [null, true],
  'https://gemini.google.com/app/0a1b2c': ['/app/0a1b2c', true],
  'https://gemini.google.com/u/1/app/0a1b2c?hl=fr': ['/u/1/app/0a1b2c', true],
  'https://gemini.google.com/gem/coach/0a1b2c': ['/gem/coach/0a1b2c', true],
  'https://gemini.google.com/gems/view': [null, false],
  'https://gemini.google.com/share/0a1b2c': [null, false],
  'https://chat.deepseek.com/': [null, true],
  'https://chat.deepseek.com/a/chat/s/0a1b-2c': ['/a/chat/s/0a1b-2c', true],
  'https://chat.deepseek.com/sign_in': [null, false],
  'https://www.perplexity.ai/': [null, true],
  'https://www.perplexity.ai/search/new': [null, true],
  'https://www.perplexity.ai/search/why-is-it-0a1b': ['/search/why-is-it-0a1b', true],
  'https://www.perplexity.ai/library': [null, false],
};

for (const [address, expected] of Object.entries(addresses)) {
  test(`${address} is read as the conversation it is`, async () => {
    const found = await page.evaluate(`(() => {
      const url = new URL('${address}');
      const adapter = gramme.adapterFor(url.hostname);
      return [adapter.conversationOf(url), adapter.isChat(url)];
    })()`);
    assert.deepEqual(found, expected);
  });
}
