import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forgetSums, readSums, sumItems } from '../../../extension/background/context.ts';
import { recordExchange } from '../../../extension/background/ledger.ts';
import type { CountedExchange } from '../../../extension/shared/exchange.ts';
import { all, asked, contexts, isUnseen } from './asked.ts';
import { exactly, exchange, newLedger, recording } from './samples.ts';

const conversation = 'a';
const earlier = { conversation, hasEarlierTurns: true };

const sum = (key: string, readAt: number) => ({
  key,
  tokens: all(5),
  last: { id: 'x', context: { tokens: all(0), isWhole: true, ageSeconds: null } },
  readAt,
});

test('the sums of at most 300 conversations are kept, the last used ones', async () => {
  const kept = Array.from({ length: 310 }, (_, index) => sum(`c${index}`, 1000 + index));
  const ledger = newLedger(sumItems([], kept));
  ledger.area.items['chat:gone'] = null;
  const used = exchange('1', { ...earlier, conversation: 'c0', finishedAt: 5000 });
  assert.deepEqual(contexts(await asked([used], ledger)), [all(5)]);
  await forgetSums(ledger.area);
  const keys = readSums(ledger.area.items).map(({ key }) => key);
  assert.equal(keys.length, 300);
  assert.ok(keys.includes('c0') && keys.includes('c309') && !keys.includes('c1'));
  assert.ok(!('chat:gone' in ledger.area.items));
});

test('damaged sums are forgotten: what follows is a lower bound', async () => {
  for (const damaged of [7, null, { key: 'a', tokens: 3 }, {}, 'x']) {
    const requests = await asked([exchange('2', earlier)], newLedger({ 'chat:a': damaged }));
    assert.deepEqual(isUnseen(requests), [true]);
  }
});

test('a conversation adds up all its answers, and one that goes on once', async () => {
  const ledger = newLedger();
  const tell = (one: CountedExchange) => recordExchange(ledger, one, recording);
  await tell(exchange('1', { conversation }));
  const second = await tell(exchange('2', earlier));
  assert.equal(second.live.conversation.requests, 2);
  assert.equal(second.live.conversation.tokens.central, 220);
  assert.equal(second.live.answer.tokens.central, 110);
  const longer = await tell(exchange('2', { ...earlier, output: exactly(300) }));
  assert.equal(longer.live.conversation.requests, 2);
  assert.equal(longer.live.conversation.tokens.central, 420);
});
