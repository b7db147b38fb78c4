import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noticesOf } from '../../../extension/background/kept.ts';
import { recordExchange } from '../../../extension/background/ledger.ts';
import type { CountedExchange } from '../../../extension/shared/exchange.ts';
import type { StoredDay } from '../../../web/core/contracts.ts';
import { exactly, exchange, newLedger, record, recording, shown } from './samples.ts';

const DAY = 'day:2026-03-29';

test('an exchange lands in its day, month and year', async () => {
  const ledger = newLedger();
  await record(ledger, exchange('a'));
  const keys = Object.keys(ledger.area.items).sort();
  const periods = [DAY, 'month:2026-03', 'year:2026'];
  const others = ['alerts', 'chat:of-a', 'progress', 'recent', 'seen:2026-03-29'];
  assert.deepEqual(keys, [...others, ...periods].sort());
  for (const date of ['2026-03-29', '2026-03', '2026']) {
    assert.equal(shown(ledger, date).stats.requests, 1);
    assert.equal(shown(ledger, date).stats.tokens, 110);
  }
  const { zones, parts } = ledger.area.items[DAY] as StoredDay;
  assert.deepEqual(zones, ['Europe/Paris']);
  assert.deepEqual(
    parts.map(([device, revision]) => [device, revision]),
    [['here', 1]],
  );
});

test('the same exchange again changes nothing', async () => {
  const ledger = newLedger();
  await record(ledger, exchange('a'));
  const before = structuredClone(ledger.area.items);
  await record(ledger, exchange('a'));
  assert.deepEqual(ledger.area.items, before);
});

test('an answer told again long after, when it is no longer remembered, counts once', async () => {
  const ledger = newLedger();
  await record(ledger, exchange('a'));
  ledger.area.items.recent = [];
  await record(ledger, exchange('a', { output: exactly(900) }));
  assert.equal(shown(ledger).stats.requests, 1);
});

test('an answer that went on replaces its earlier record and keeps its place', async () => {
  const ledger = newLedger();
  const longer = exchange('a', { output: exactly(250) });
  await record(ledger, exchange('a'), exchange('b'), longer);
  const direct = newLedger();
  await record(direct, longer, exchange('b'));
  const { energyWattHours, ...counts } = shown(ledger).stats;
  assert.equal(counts.requests, 2);
  assert.equal(counts.outputTokens.central, 350);
  const expected = shown(direct).stats.energyWattHours.central;
  assert.ok(Math.abs(energyWattHours.central / expected - 1) < 1e-12);
  const recent = ledger.area.items.recent as CountedExchange[];
  assert.deepEqual(
    recent.map((entry) => entry.id),
    ['a', 'b'],
  );
});

test('an answer that went on after the region was changed leaves nothing of its first record', async () => {
  const ledger = newLedger();
  await record(ledger, exchange('a'));
  const settings = { ...recording.settings, region: 'fra', pue: 1.4 };
  const longer = exchange('a', { output: exactly(250) });
  await recordExchange(ledger, longer, { ...recording, settings });
  const { rows, stats } = shown(ledger);
  assert.deepEqual([rows.length, rows[0]?.region, stats.requests], [1, 'fra', 1]);
});

test('a regenerate counts its answer and not its prompt', async () => {
  const ledger = newLedger();
  await record(ledger, exchange('a'), exchange('b', { isPromptNew: false }));
  const { prompts, promptTokens, cachedInputTokens, outputTokens } = shown(ledger).stats;
  const tokens = [promptTokens, cachedInputTokens, outputTokens].map(({ central }) => central);
  assert.deepEqual([prompts, ...tokens], [1, 10, 10, 200]);
});

test('a damaged day without a copy is put aside, and counting goes on', async () => {
  const damaged = { schema: 2, date: '2026-03-29', checksum: '0', zones: [], parts: [] };
  const ledger = newLedger({ [DAY]: damaged });
  await record(ledger, exchange('a'));
  assert.equal(shown(ledger).stats.requests, 1);
  const aside = Object.keys(ledger.area.items).find((key) => key.startsWith('quarantine:day:'));
  assert.deepEqual(ledger.area.items[aside ?? ''], damaged);
  assert.deepEqual(await noticesOf(ledger.area), [{ kind: 'put_aside', count: 1 }]);
});

test('a damaged or missing day comes back from its copy, and the user is told', async () => {
  for (const damage of ['altered', 'missing'] as const) {
    const ledger = newLedger();
    await record(ledger, exchange('a'), exchange('b'));
    if (damage === 'missing') delete ledger.area.items[DAY];
    else (ledger.area.items[DAY] as { date: string }).date = '2026-03-28';
    await record(ledger, exchange('c'));
    assert.equal(shown(ledger).stats.requests, 3, damage);
    assert.equal(shown(ledger, '2026').stats.requests, 3, damage);
    assert.deepEqual(await noticesOf(ledger.area), [{ kind: 'restored', count: 1 }], damage);
  }
});

test('a store that lost its last writes is brought up to its copy before anything is added', async () => {
  const ledger = newLedger();
  await record(ledger, exchange('a'));
  const older = structuredClone(ledger.area.items);
  await record(ledger, exchange('b'), exchange('c'));
  Object.assign(ledger.area.items, older);
  // The next worker: it has compared nothing yet.
  ledger.compared.clear();
  await record(ledger, exchange('d'));
  assert.equal(shown(ledger).stats.requests, 4);
  assert.deepEqual(await noticesOf(ledger.area), [{ kind: 'restored', count: 1 }]);
  await record(ledger, exchange('e'));
  assert.equal(shown(ledger, '2026').stats.requests, 5);
});

test('a damaged month or year is worked out again from its days', async () => {
  const ledger = newLedger();
  await record(ledger, exchange('a'), exchange('b', { date: '2026-02-01' }));
  for (const key of ['month:2026-02', 'month:2026-03', 'year:2026']) {
    (ledger.area.items[key] as { checksum: string }).checksum = 'wrong';
  }
  await record(ledger, exchange('c'));
  assert.equal(shown(ledger, '2026').stats.requests, 3);
  assert.equal(shown(ledger, '2026-03').stats.requests, 2);
});

test('a record that the browser cannot read costs only itself', async () => {
  const ledger = newLedger();
  await record(ledger, exchange('a'), exchange('b', { date: '2026-03-01' }));
  const { get } = ledger.area;
  const area = {
    ...ledger.area,
    get: async (keys: string[]) => {
      if (keys.includes('day:2026-03-01')) throw new Error('Invalid JSON');
      return get(keys);
    },
  };
  await record({ ...ledger, area }, exchange('c'));
  assert.equal(shown(ledger, '2026-03').stats.requests, 3);
});

test('a damaged memory of recent answers does not stop counting', async () => {
  for (const recent of [7, [null], [{ id: 3 }], 'x', [{}]]) {
    const ledger = newLedger({ recent, 'seen:2026-03-29': recent, progress: recent });
    await record(ledger, exchange('a'));
    assert.equal(shown(ledger).stats.requests, 1, JSON.stringify(recent));
  }
});

test('the memory of recent answers is bounded while totals go on', async () => {
  const ledger = newLedger();
  for (let index = 0; index < 70; index++) await record(ledger, exchange(`id-${index}`));
  assert.equal((ledger.area.items.recent as unknown[]).length, 60);
  assert.equal(shown(ledger).stats.requests, 70);
  await record(ledger, exchange('id-0'));
  assert.equal(shown(ledger).stats.requests, 70);
});

test('a write that fails leaves everything as it was', async () => {
  const ledger = newLedger();
  await record(ledger, exchange('a'));
  const before = structuredClone(ledger.area.items);
  const area = { ...ledger.area, set: () => Promise.reject(new Error('stopped')) };
  await assert.rejects(record({ ...ledger, area }, exchange('b')), /stopped/);
  assert.deepEqual(ledger.area.items, before);
});

/** Refuses what would take more than that many characters, as the browser's store does. */
function limited(ledger: ReturnType<typeof newLedger>, most: number) {
  const { set } = ledger.area;
  const limitedSet = async (items: Record<string, unknown>) => {
    const size = JSON.stringify({ ...ledger.area.items, ...items }).length;
    if (size > most) throw new Error('Resource::kQuotaBytes quota exceeded');
    await set(items);
  };
  return { ...ledger, area: { ...ledger.area, set: limitedSet } };
}

test('a full store gives up what was put aside before it refuses an answer', async () => {
  const ledger = newLedger({ 'quarantine:day:2020-01-01:1': 'x'.repeat(50_000) });
  await record(limited(ledger, 52_000), exchange('a'));
  assert.equal(shown(ledger).stats.requests, 1);
  await assert.rejects(record(limited(ledger, 3000), exchange('b')), /storage_full/);
  assert.equal(shown(ledger).stats.requests, 1);
  await record(ledger, exchange('b'));
  assert.equal(shown(ledger).stats.requests, 2);
});

test('days of summer and winter time, and of travel, keep the date they were told with', async () => {
  const ledger = newLedger();
  await record(
    ledger,
    exchange('a', { date: '2026-03-29', zone: 'Europe/Paris' }),
    exchange('b', { date: '2026-03-28', zone: 'America/New_York' }),
    exchange('c', { date: '2026-03-29', zone: 'Asia/Tokyo' }),
  );
  assert.equal(shown(ledger).stats.requests, 2);
  assert.deepEqual((ledger.area.items[DAY] as StoredDay).zones, ['Asia/Tokyo', 'Europe/Paris']);
  assert.equal(shown(ledger, '2026-03-28').stats.requests, 1);
});
