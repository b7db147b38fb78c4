import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { bundled, openBrowser } from './play.ts';
import { observeWith, shortPage } from './section-page.ts';

let browser: Browser;
let script: string;

before(async () => {
  [browser, script] = await Promise.all([openBrowser(), bundled('./reader-entry.ts')]);
});
after(() => browser.close());

const callbacks = `open: {
      save: async ({ id }) => { told.push('saved ' + id); },
      take: async () => { told.push('taken'); return null; },
    },
    onFinished: ({ id, reply }) => told.push('finished ' + id + ': ' + reply.markdown),`;

/** An answer streams and ends; the page is left before the observer has called it settled. */
const leaving = `(async () => {
  ${shortPage}
  const told = [];
  ${observeWith(callbacks)}
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
