/** The extension's two hosts: its content script on a lax page, its service worker on a strict one. */

import type { RememberedExchange } from '../../../extension/shared/exchange.ts';
import type { ExtensionBrowser } from '../../../tools/pages/extension-browser.ts';
import { openExtensionBrowser } from '../../../tools/pages/extension-browser.ts';
import { readExchanges } from '../../../tools/pages/play.ts';
import { sampleText } from './sample.ts';

const SLUG = 'gpt-4o';
const LONGEST_MS = 15_000;
const POLL_MS = 100;
/** The watch has begun by then, also on a busy machine. */
const ASKED_MS = 2000;
/** WebAssembly is not among what this page allows, so content scripts may not use it either. */
const strictPolicy = "script-src 'nonce-eA=='";

/** A chat with one old exchange; then the sample is asked and answered. */
const chatPage = `<!doctype html><meta charset="utf-8"><title>ChatGPT</title><main><div id="thread"></div>
<form><div id="prompt-textarea"></div><button type="button" data-testid="send-button"></button></form></main>
<script nonce="eA==">
const thread = document.querySelector('#thread');
const button = document.querySelector('button');
const turn = (role, id, inner) => thread.insertAdjacentHTML('beforeend', '<section data-turn="' + role + '" data-testid="conversation-turn-' + id + '"><div data-message-author-role="' + role + '" data-message-id="message-' + id + '" data-message-model-slug="${SLUG}">' + inner + '</div></section>');
const ask = (id, text) => {
  turn('user', id, '<div class="whitespace-pre-wrap"></div>');
  thread.lastElementChild.querySelector('.whitespace-pre-wrap').textContent = text;
};
ask(1, 'Old question');
turn('assistant', 2, '<div class="markdown"><p>Old answer.</p></div>');
setTimeout(() => {
  ask(3, ${JSON.stringify(sampleText)});
  turn('assistant', 4, '<div class="markdown"><p></p></div>');
  button.dataset.testid = 'stop-button';
}, ${ASKED_MS});
setTimeout(() => { thread.lastElementChild.querySelector('p').textContent = 'One plain sentence.'; }, ${ASKED_MS + 400});
setTimeout(() => { button.dataset.testid = 'send-button'; }, ${ASKED_MS + 800});
</script>`;

export type Policy = 'lax' | 'strict';

export interface Counted {
  exchange: RememberedExchange;
  /** Texts that the service worker was asked to count. */
  countedByWorker: number;
}

async function watchPorts(browser: ExtensionBrowser): Promise<() => Promise<number>> {
  const worker = await browser.worker();
  await worker.evaluate(() => {
    Object.assign(globalThis, { portsSeen: 0 });
    chrome.runtime.onConnect.addListener(() => {
      (globalThis as unknown as { portsSeen: number }).portsSeen++;
    });
  });
  return () => worker.evaluate(() => (globalThis as unknown as { portsSeen: number }).portsSeen);
}

async function firstExchange(browser: ExtensionBrowser): Promise<RememberedExchange> {
  for (let waited = 0; waited < LONGEST_MS; waited += POLL_MS) {
    const [exchange] = await readExchanges(browser);
    if (exchange !== undefined) return exchange;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error('the extension stored no exchange');
}

/** Plays the chat under that policy with the real extension. */
export async function countInExtension(policy: Policy): Promise<Counted> {
  const browser = await openExtensionBrowser();
  try {
    const ports = await watchPorts(browser);
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      ...(policy === 'strict' ? { 'content-security-policy': strictPolicy } : {}),
    };
    await browser.context.route('https://chatgpt.com/**', (route) =>
      route.fulfill({ status: 200, body: chatPage, headers }),
    );
    const page = await browser.context.newPage();
    await page.goto('https://chatgpt.com/c/0d5d1a0a-aaaa-4bbb-8ccc-111122223333');
    const exchange = await firstExchange(browser);
    return { exchange, countedByWorker: await ports() };
  } finally {
    await browser.close();
  }
}
