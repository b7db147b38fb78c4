import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { bundled, openBrowser } from './play.ts';
import { longPage, observeWith } from './section-page.ts';

let browser: Browser;
let script: string;

before(async () => {
  [browser, script] = await Promise.all([openBrowser(), bundled('./reader-entry.ts')]);
});
after(() => browser.close());

interface Measured {
  batches: number;
  mean: number;
  largest: number;
  finished: number;
  characters: number;
}

/** 120 answered prompts stay mounted; one answer grows by 200 pieces a second. */
const stream = `(async () => {
  ${longPage}
  const told = [];
  ${observeWith('onFinished: (generation) => told.push(generation),')}
  await new Promise((done) => setTimeout(done, 400));
  const button = document.querySelector('form button');
  document.querySelector('main').insertAdjacentHTML('beforeend', turn('user', 241, 'New') + turn('assistant', 242, ''));
  button.setAttribute('data-testid', 'stop-button');
  const prose = document.querySelector('main > section:last-child .markdown');
  await new Promise((done) => setTimeout(done, 20));
  watch.cost.batches = 0; watch.cost.total = 0; watch.cost.largest = 0;
  let text = null;
  for (let piece = 0; piece < 1000; piece++) {
    if (piece % 50 === 0) { text = document.createTextNode(''); const p = document.createElement('p'); p.append(text); prose.append(p); }
    text.data += 'word' + piece + ' ';
    await new Promise((done) => setTimeout(done, 4));
  }
  button.setAttribute('data-testid', 'send-button');
  await new Promise((done) => setTimeout(done, 2000));
  stop.abort();
  const { batches, total, largest } = watch.cost;
  return { batches, mean: total / batches, largest, finished: told.length, characters: told[0]?.reply.visibleCharacters };
})()`;

test('a batch of mutations costs less than two milliseconds in a long page', async (context) => {
  const page = await browser.newPage();
  await page.addScriptTag({ content: script });
  const measured = await page.evaluate<Measured>(stream);
  context.diagnostic(JSON.stringify(measured));
  assert.equal(measured.finished, 1);
  assert.equal(measured.characters, 7889);
  assert.ok(measured.mean < 2, `${measured.mean} ms on average`);
});
