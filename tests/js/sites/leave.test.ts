import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import type { Browser } from 'playwright-core';
import { compareWithExpected } from '../../../tools/pages/compare.ts';
import { bundled, openBrowser, playPage, readExpected } from './play.ts';
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

test('a conversation left again before the store has answered is followed on return', async () => {
  const directory = new URL('../../fixtures/pages', import.meta.url).pathname;
  const name = 'chatgpt-section-leave-return';
  const expected = readExpected(directory, name);
  const played = await playPage(browser, name, {
    directory,
    site: expected.site,
    speed: 6,
    script: await bundled('./page-entry.ts'),
    // Longer than the 117 ms that this page shows the other conversation for.
    storeDelay: 200,
  });
  const options = { countTokens, tokenTolerance: 0.03 };
  assert.deepEqual(compareWithExpected(expected, played.finished, options), []);
});
