import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { bundled, openBrowser } from './play.ts';

let browser: Browser;
let script: string;

before(async () => {
  [browser, script] = await Promise.all([openBrowser(), bundled('./reader-entry.ts')]);
});
after(() => browser.close());

/** An answer streams and ends; the page is left before the observer has called it settled. */
const leaving = `(async () => {
  const turn = (role, id, text) => '<section data-turn="' + role + '" data-testid="conversation-turn-' + id + '"><div data-message-author-role="' + role + '" data-message-id="m' + id + '"><div class="' + (role === 'user' ? 'whitespace-pre-wrap' : 'markdown') + '">' + text + '</div></div></section>';
  document.body.innerHTML = '<main>' + turn('user', 1, 'Old') + turn('assistant', 2, '<p>Old answer.</p>') + '<form><div id="prompt-textarea"></div><button data-testid="send-button"></button></form></main>';
  const sleep = (time) => new Promise((done) => setTimeout(done, time));
  const told = [];
  const stop = new AbortController();
  gramme.observe({
    window, document, adapter: gramme.adapterFor('chatgpt.com'), now: () => Date.now(),
    newId: () => 'the-id', salt: '', signal: stop.signal,
    open: {
      save: async ({ id }) => { told.push('saved ' + id); },
      take: async (conversation) => { told.push('taken'); return null; },
    },
    onStarted() {}, onProgress() {}, onHealth() {},
    onFinished: ({ id, reply }) => told.push('finished ' + id + ': ' + reply.markdown),
  });
  await sleep(400);
  const button = document.querySelector('form button');
  document.querySelector('main').insertAdjacentHTML('beforeend', turn('user', 3, 'New') + turn('assistant', 4, ''));
  button.setAttribute('data-testid', 'stop-button');
  await sleep(200);
  document.querySelector('main > section:last-child .markdown').innerHTML = '<p>Short answer.</p>';
  await sleep(200);
  button.setAttribute('data-testid', 'send-button');
  await sleep(30);
  told.length = 0;
  window.dispatchEvent(new Event('pagehide'));
  await sleep(50);
  stop.abort();
  return told;
})()`;

test('an answer that ended just before the page is left is told, and kept for a reload', async () => {
  const page = await browser.newPage();
  await page.addScriptTag({ content: script });
  const told = await page.evaluate<string[]>(leaving);
  assert.equal(told[0], 'finished the-id: Short answer.');
  // Telling may not arrive any more: saved last, it is taken up again under the same id.
  assert.equal(told.at(-1), 'saved the-id');
});
