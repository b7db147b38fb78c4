import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CountedExchange } from '../../../extension/shared/exchange.ts';
import { ownPage, sitePage } from '../../fuzz/messages/senders.ts';
import { tellAll } from '../../fuzz/messages/teller.ts';
import {
  ask,
  background,
  begin,
  browser,
  chatgpt,
  failureOf,
  finished,
  isRefused,
  progressed,
  refused,
  requestsOf,
} from './asking.ts';
import { exchange } from './samples.ts';

test('a page of an optional site is heard only while its site is permitted', async () => {
  await begin();
  const gemini = sitePage('gemini', 1);
  const one = exchange('a', { site: 'gemini' });
  for (const isPermitted of [false, true, false]) {
    browser.permitted.clear();
    if (isPermitted) browser.permitted.add('gemini');
    const before = browser.changes();
    const answers = [await ask({ type: 'watch/start' }, gemini), await ask(finished(one), gemini)];
    assert.deepEqual(answers.map(isRefused), [!isPermitted, !isPermitted]);
    assert.equal(browser.changes() === before, !isPermitted);
  }
});

test('the usual sites are answered without asking for permissions', async () => {
  await begin();
  const { contains } = chrome.permissions;
  try {
    Object.assign(chrome.permissions, { contains: () => assert.fail('asked') });
    assert.equal(failureOf(await ask(finished(exchange('a')))), undefined);
  } finally {
    Object.assign(chrome.permissions, { contains });
  }
});

test('a page tells of its own site alone', async () => {
  await begin();
  const before = browser.changes();
  const health = { state: 'blind', site: 'claude', reason: 'page_not_recognised' };
  assert.deepEqual(await ask(finished(exchange('a', { site: 'claude' }))), refused);
  assert.deepEqual(await ask(progressed(exchange('a', { site: 'claude' }))), refused);
  assert.deepEqual(await ask({ type: 'health/changed', health }), refused);
  assert.equal(browser.changes(), before);
});

test('words of a chat are refused where the name of a code is expected', async () => {
  await begin();
  const before = browser.changes();
  const words = 'what was asked in confidence';
  const prompt = { tokens: 1, kind: 'exact' as const, encoding: words };
  const changes: Partial<CountedExchange>[] = [
    { dialect: words },
    { pageWarnings: [words] },
    { pageWarnings: ['__proto__'] },
    { pageWarnings: ['constructor'] },
    { prompt },
    { output: prompt },
    { zone: '+a-formula' },
  ];
  for (const change of changes) {
    assert.deepEqual(await ask(progressed(exchange('a', change))), refused);
  }
  const health = { state: 'watching', site: 'chatgpt', dialect: words };
  assert.deepEqual(await ask({ type: 'health/changed', health }), refused);
  assert.equal(browser.changes(), before);
});

test('six hundred answers of one tab at once are counted, each once', async (context) => {
  await begin();
  const begun = performance.now();
  const sent = Array.from({ length: 600 }, (_, index) => ({
    message: finished(exchange(`flood-${index}`, { conversation: 'c' })),
    sender: chatgpt,
    isMutated: false,
  }));
  const told = await tellAll(background.onMessage, [...sent, ...sent.slice(0, 50)]);
  await background.settle();
  context.diagnostic(`${(performance.now() - begun).toFixed(0)} ms`);
  assert.ok(told.every(({ answers, answer }) => answers === 1 && failureOf(answer) === undefined));
  assert.equal(requestsOf('2026-03-29'), 600);
  assert.deepEqual(background.problems(), []);
});

test('a full store is told of until an answer finds room again, and the answer is then counted', async () => {
  await begin();
  const { set } = chrome.storage.local;
  const notices = async () => {
    const summary = await ask({ type: 'summary/read', tabId: null }, ownPage);
    return (summary as { notices: unknown }).notices;
  };
  try {
    const refuse = () => Promise.reject(new Error('Resource::kQuotaBytes quota exceeded'));
    Object.assign(chrome.storage.local, { set: refuse });
    assert.equal(failureOf(await ask(finished(exchange('a')))), 'storage_full');
    assert.deepEqual(await notices(), [{ kind: 'full', count: 1 }]);
  } finally {
    Object.assign(chrome.storage.local, { set });
  }
  assert.equal(failureOf(await ask(finished(exchange('a')))), undefined);
  assert.deepEqual(await notices(), []);
  assert.equal(requestsOf('2026-03-29'), 1);
});
