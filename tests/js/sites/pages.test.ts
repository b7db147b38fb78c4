import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import type { Browser } from 'playwright-core';
import { compareWithExpected } from '../../../tools/pages/compare.ts';
import { bundled, openBrowser, playPage, readExpected } from './play.ts';

const directory = process.env.PAGES ?? new URL('../../fixtures/pages', import.meta.url).pathname;
const wanted = process.env.PAGE ?? '';
/** The whole extension plays them at real-time speed too: `npm run pages`. */
const speeds = (process.env.SPEEDS ?? '6').split(',').map(Number);
const names = readdirSync(directory)
  .filter((file) => file.endsWith('.expected.json') && file.includes(wanted))
  .map((file) => file.replace('.expected.json', ''));

let browser: Browser;
let script: string;

before(async () => {
  [browser, script] = await Promise.all([openBrowser(), bundled('./page-entry.ts')]);
});
after(() => browser.close());

for (const speed of speeds) {
  for (const name of names) {
    test(`${name} at speed ${speed} is counted as it happened`, async (context) => {
      const expected = readExpected(directory, name);
      const played = await playPage(browser, name, {
        directory,
        site: expected.site,
        speed,
        script,
      });
      const options = { countTokens, tokenTolerance: 0.03 };
      const problems = compareWithExpected(expected, played.finished, options);
      if (played.finishedCalls !== played.finished.length) problems.push('finished told twice');
      if (played.errors.length > 0) problems.push(...played.errors);
      const { cost } = played;
      context.diagnostic(
        `${played.finished.length} generations, ${cost.batches} batches, mean ${(cost.total / Math.max(1, cost.batches)).toFixed(2)} ms, largest ${cost.largest.toFixed(1)} ms`,
      );
      assert.deepEqual(problems, []);
    });
  }
}
