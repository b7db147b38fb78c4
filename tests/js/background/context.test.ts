import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ConversationSum, readSums } from '../../../extension/background/context.ts';
import type { RememberedExchange } from '../../../extension/shared/exchange.ts';
import { all, asked, contexts, isUnseen } from './asked.ts';
import { exactly, exchange, newLedger, record, shown } from './samples.ts';

const conversation = 'a';
const earlier = { conversation, hasEarlierTurns: true };

test('each prompt is sent with all prompts and answers before it', async () => {
  const requests = await asked([
    exchange('1', { conversation }),
    exchange('2', earlier),
    exchange('3', { ...earlier, output: exactly(7) }),
    exchange('4', earlier),
  ]);
  assert.deepEqual(contexts(requests), [0, all(110), all(220), all(237)]);
  assert.deepEqual(isUnseen(requests), [false, false, false, false]);
});

test('the context’s age is the time since the answer before it ended', async () => {
  const requests = await asked([
    exchange('1', { conversation, startedAt: 1000, finishedAt: 9000 }),
    exchange('2', { ...earlier, startedAt: 309_000, finishedAt: 310_000 }),
    exchange('3', { ...earlier, startedAt: 309_500, finishedAt: 320_000 }),
  ]);
  const ages = requests.map((request) => request.exchange.contextAgeSeconds);
  assert.deepEqual(ages, [undefined, 300, 0]);
});

test('a regenerate reads what stood before its prompt, and takes the place of the other answer', async () => {
  const requests = await asked([
    exchange('1', { conversation }),
    exchange('2', earlier),
    exchange('again', { ...earlier, isPromptNew: false, output: exactly(30) }),
    exchange('4', earlier),
  ]);
  assert.deepEqual(contexts(requests), [0, all(110), all(110), all(150)]);
  assert.equal(requests[2]?.exchange.cachedInputTokens, 10);
});

test('an answer that goes on keeps its context and is added once', async () => {
  const longer = exchange('2', { ...earlier, output: exactly(250), startedAt: 1000 });
  const requests = await asked([
    exchange('1', { conversation }),
    exchange('2', earlier),
    longer,
    longer,
    exchange('3', earlier),
  ]);
  assert.deepEqual(contexts(requests), [0, all(110), all(110), all(370)]);
});

test('an answer told again after the next one keeps its context and changes no sum', async () => {
  const ledger = newLedger();
  await asked([exchange('1', { conversation }), exchange('2', earlier)], ledger);
  const sumsBefore = readSums(ledger.area.items);
  const [late] = await asked([exchange('1', { conversation, output: exactly(500) })], ledger);
  assert.equal(late?.exchange.contextTokens, undefined);
  const sums = readSums(ledger.area.items);
  const told = ({ key, tokens, last, readAt }: ConversationSum) => ({ key, tokens, last, readAt });
  assert.deepEqual(sums.map(told), sumsBefore.map(told));
});

test('a conversation whose beginning was not seen has a lower bound, and says so each time', async () => {
  const requests = await asked([
    exchange('1', earlier),
    exchange('2', earlier),
    exchange('again', { ...earlier, isPromptNew: false }),
  ]);
  assert.deepEqual(contexts(requests), [0, all(110), all(110)]);
  assert.deepEqual(isUnseen(requests), [true, true, true]);
});

test('turns that stood on the page are the lower bound of a conversation that has no sum', async () => {
  const requests = await asked([
    exchange('1', { ...earlier, earlierTokens: 1000 }),
    // Another tab counted them too: the sum is known by now.
    exchange('2', { ...earlier, earlierTokens: 5000 }),
  ]);
  assert.deepEqual(contexts(requests), [all(1000), all(1110)]);
  assert.deepEqual(isUnseen(requests), [true, true]);
  assert.equal(requests[0]?.exchange.contextAgeSeconds, undefined);
});

test('a branch that begins anew is whole again', async () => {
  const requests = await asked([
    exchange('1', earlier),
    exchange('edit', { conversation, isPromptEdited: true }),
    exchange('3', earlier),
  ]);
  assert.deepEqual(contexts(requests), [0, 0, all(110)]);
  assert.deepEqual(isUnseen(requests), [true, false, false]);
});

test('an edited prompt has at most the context of the last one', async () => {
  const requests = await asked([
    exchange('1', { conversation }),
    exchange('2', earlier),
    exchange('edit', { ...earlier, isPromptEdited: true }),
    exchange('4', earlier),
  ]);
  const edited = { low: 0, central: 110, high: 110 };
  const after = { low: 110, central: 220, high: 220 };
  assert.deepEqual(contexts(requests), [0, all(110), edited, after]);
});

test('a page that shows only the tail does not make a known conversation new', async () => {
  const requests = await asked([
    exchange('1', { conversation }),
    exchange('2', { conversation, hasEarlierTurns: false }),
  ]);
  assert.deepEqual(contexts(requests), [0, all(110)]);
});

test('a chat that gets its address late keeps its sum', async () => {
  const chat = 'random';
  const ledger = newLedger();
  const requests = await asked(
    [
      exchange('1', { conversation: '', chat }),
      exchange('2', { ...earlier, chat }),
      // Opened later by its address.
      exchange('3', earlier),
    ],
    ledger,
  );
  assert.deepEqual(contexts(requests), [0, all(110), all(220)]);
  assert.deepEqual(isUnseen(requests), [false, false, false]);
  assert.deepEqual(
    readSums(ledger.area.items).map(({ key }) => key),
    [conversation],
  );
});

test('an answer that goes on after the chat got its address is added once', async () => {
  const chat = 'random';
  const requests = await asked([
    exchange('1', { conversation: '', chat }),
    exchange('1', { conversation, chat, output: exactly(200) }),
    exchange('2', { ...earlier, chat }),
  ]);
  assert.deepEqual(contexts(requests), [0, 0, all(210)]);
});

test('two chats without an address do not mix', async () => {
  const unnamed = (chat: string) => ({ conversation: '', chat });
  const requests = await asked([
    exchange('1', unnamed('left')),
    exchange('2', { ...unnamed('right'), output: exactly(1) }),
    exchange('3', { ...unnamed('left'), hasEarlierTurns: true }),
    exchange('4', { ...unnamed('right'), hasEarlierTurns: true }),
    // The next temporary chat in the same tab, under the same address.
    exchange('5', unnamed('left')),
  ]);
  assert.deepEqual(contexts(requests), [0, 0, all(110), all(11), 0]);
});

test('a worker stopped while it stores leaves nothing half done', async () => {
  const ledger = newLedger();
  await asked([exchange('1', { conversation })], ledger);
  const before = structuredClone(ledger.area.items);
  const area = { ...ledger.area, set: () => Promise.reject(new Error('stopped')) };
  await assert.rejects(asked([exchange('2', earlier)], { ...ledger, area }), /stopped/);
  assert.deepEqual(ledger.area.items, before);
  const requests = await asked([exchange('2', earlier), exchange('3', earlier)], ledger);
  assert.deepEqual(contexts(requests), [all(110), all(220)]);
});

test('a sum never exceeds what any model reads', async () => {
  const huge = { output: exactly(1_999_999) };
  const requests = await asked([
    exchange('1', { conversation, ...huge }),
    exchange('2', { ...earlier, ...huge }),
  ]);
  assert.deepEqual(contexts(requests), [0, all(2_000_000)]);
});

test('shown seconds of reasoning are handed on', async () => {
  const requests = await asked([exchange('1', { reasoningSeconds: 12 }), exchange('2')]);
  const seconds = requests.map((request) => request.exchange.reasoningSeconds);
  assert.deepEqual(seconds, [12, undefined]);
});

test('an answer remembered by version 1, which cannot be taken out again, is left as it was', async () => {
  const ledger = newLedger();
  await record(ledger, exchange('1'));
  const [{ row, ...entry }] = ledger.area.items.recent as [RememberedExchange];
  assert.ok(row !== undefined);
  Object.assign(ledger.area.items, { recent: [entry] });
  await record(ledger, exchange('1', { output: exactly(200) }));
  assert.equal(shown(ledger).stats.outputTokens.central, 100);
  assert.equal(shown(ledger).stats.requests, 1);
});
