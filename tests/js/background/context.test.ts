import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSums } from '../../../extension/background/context.ts';
import { recordExchange } from '../../../extension/background/ledger.ts';
import type { Area } from '../../../extension/background/storage.ts';
import type { CountedExchange, RememberedExchange } from '../../../extension/shared/exchange.ts';
import type { RecordRequest } from '../../../web/core/contracts.ts';
import type { Gramme } from '../../../web/core/gramme-contracts.ts';
import { exactly, exchange, gramme, newArea } from './samples.ts';

const conversation = 'a';
const earlier = { conversation, hasEarlierTurns: true };

/** Records exchanges one after another; hands over what the core was asked for each. */
async function asked(exchanges: CountedExchange[], area: Area = newArea()) {
  const requests: RecordRequest[] = [];
  const record = (request: RecordRequest) => {
    requests.push(request);
    return gramme.record(request);
  };
  const watched: Gramme = { ...gramme, record };
  for (const one of exchanges) await recordExchange(watched, area, one);
  return requests;
}

const contexts = (requests: RecordRequest[]) =>
  requests.map((request) => request.exchange.contextTokens ?? 0);
const all = (tokens: number) => ({ low: tokens, central: tokens, high: tokens });
const isUnseen = (requests: RecordRequest[]) =>
  requests.map(({ pageWarnings }) => pageWarnings.includes('history_not_seen'));

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
  assert.deepEqual(requests[2]?.replaces?.exchange, requests[1]?.exchange);
});

test('an answer told again after the next one keeps its context and changes no sum', async () => {
  const area = newArea();
  await asked([exchange('1', { conversation }), exchange('2', earlier)], area);
  const { conversations } = structuredClone(area.items);
  const [late] = await asked([exchange('1', { conversation, output: exactly(500) })], area);
  assert.equal(late?.exchange.contextTokens, undefined);
  assert.deepEqual(area.items.conversations, conversations);
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
  const area = newArea();
  const requests = await asked(
    [
      exchange('1', { conversation: '', chat }),
      exchange('2', { ...earlier, chat }),
      // Opened later by its address.
      exchange('3', earlier),
    ],
    area,
  );
  assert.deepEqual(contexts(requests), [0, all(110), all(220)]);
  assert.deepEqual(isUnseen(requests), [false, false, false]);
  assert.deepEqual(
    readSums(area.items.conversations).map(({ key }) => key),
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
  const area = newArea();
  await asked([exchange('1', { conversation })], area);
  const before = structuredClone(area.items);
  const stopped: Area = { ...area, set: () => Promise.reject(new Error('stopped')) };
  await assert.rejects(asked([exchange('2', earlier)], stopped), /stopped/);
  assert.deepEqual(area.items, before);
  const requests = await asked([exchange('2', earlier), exchange('3', earlier)], area);
  assert.deepEqual(contexts(requests), [all(110), all(220)]);
});

test('the sums of at most 300 conversations are kept, the last used ones', async () => {
  const kept = Array.from({ length: 300 }, (_, index) => ({
    key: `c${index}`,
    tokens: all(5),
    last: { id: 'x', context: { tokens: all(0), isWhole: true, ageSeconds: null } },
    readAt: 1,
  }));
  const area = newArea({ conversations: kept });
  const used = { ...earlier, conversation: 'c0' };
  const requests = await asked(
    [exchange('1', used), exchange('2', { conversation: 'new' }), exchange('3', used)],
    area,
  );
  assert.deepEqual(contexts(requests), [all(5), 0, all(115)]);
  const keys = readSums(area.items.conversations).map(({ key }) => key);
  assert.equal(keys.length, 300);
  assert.deepEqual(keys.slice(-2), ['new', 'c0']);
  assert.ok(!keys.includes('c1'));
});

test('damaged sums are forgotten: what follows is a lower bound', async () => {
  for (const conversations of [7, [null], [{ key: 'a', tokens: 3 }], [{}], 'x']) {
    const requests = await asked([exchange('2', earlier)], newArea({ conversations }));
    assert.deepEqual(isUnseen(requests), [true]);
  }
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

test('an answer remembered by an earlier version is known again and replaced as it was counted', async () => {
  const { chat, hasEarlierTurns, earlierTokens, isPromptEdited, reasoningSeconds, ...old } =
    exchange('1');
  const area = newArea();
  await asked([exchange('1')], area);
  const [{ context, estimate }] = area.items.recent as [RememberedExchange];
  assert.ok(context !== undefined);
  Object.assign(area.items, { recent: [{ ...old, estimate }] });
  delete area.items.conversations;
  assert.deepEqual(await asked([exchange('1')], area), []);
  const [again] = await asked([exchange('1', { output: exactly(200) })], area);
  assert.deepEqual(Object.keys(again?.replaces?.exchange ?? {}).sort(), [
    'inputTokens',
    'model',
    'outputTokens',
    'site',
  ]);
});
