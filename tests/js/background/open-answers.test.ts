import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CountedExchange } from '../../../extension/shared/exchange.ts';
import { sitePage } from '../../fuzz/messages/senders.ts';
import { ask, begin, browser, failureOf, progressed, requestsOf } from './asking.ts';
import { exchange } from './samples.ts';

// It looks for its browser as soon as it is read.
const { onTabGone } = await import('../../../extension/background/tidy.ts');

test('an open answer that the core refuses is not kept', async () => {
  await begin();
  const answer = await ask(progressed(exchange('a', { date: '2026-13-45' })));
  assert.match(failureOf(answer) ?? '', /date/);
  assert.deepEqual(browser.local.items.get('progress') ?? [], []);
});

test('an open answer that cannot be counted does not keep the others from being counted', async () => {
  await begin();
  await ask(progressed(exchange('b')), sitePage('chatgpt', 77));
  const open = browser.local.items.get('progress') as { exchange: CountedExchange }[];
  const bad = { ...open[0], exchange: exchange('a', { date: '2026-13-45' }) };
  browser.local.items.set('progress', [bad, ...open]);
  await onTabGone();
  assert.equal(requestsOf('2026-03-29'), 1);
});
