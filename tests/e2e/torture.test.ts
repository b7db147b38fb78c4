import assert from 'node:assert/strict';
import { test } from 'node:test';
import { concurrent } from '../torture/concurrent.ts';
import { corrupt } from '../torture/corrupt.ts';
import { killBrowser } from '../torture/kill-browser.ts';
import { killWorker } from '../torture/kill-worker.ts';
import { tenYears } from '../torture/ten-years.ts';

// Short versions of `npm run torture`.

test('a worker stopped at any instant of a telling loses nothing and counts nothing twice', async () => {
  assert.deepEqual(await killWorker(15), { told: 15, lost: 0, duplicated: 0 });
});

test('a browser killed in the midst of a burst keeps what it acknowledged', async () => {
  assert.deepEqual(await killBrowser(2), { told: 50, lost: 0, duplicated: 0 });
});

test('tabs that tell at once, some of it twice, are all counted once', async () => {
  assert.deepEqual(await concurrent(4, 20), { told: 80, lost: 0, duplicated: 0 });
});

test('a damaged store comes back whole, and the popup is never blank', async () => {
  const { damaged, lost, blank } = await corrupt(2);
  assert.deepEqual({ damaged, lost, blank }, { damaged: 2, lost: 0, blank: 0 });
});

test('a year of days is imported and shown', async () => {
  const { lost, duplicated } = await tenYears(365, 1);
  assert.deepEqual({ lost, duplicated }, { lost: 0, duplicated: 0 });
});
