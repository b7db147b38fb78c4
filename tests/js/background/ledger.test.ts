import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordExchange } from '../../../extension/background/ledger.ts';
import type { Area } from '../../../extension/background/storage.ts';
import type { CountedExchange } from '../../../extension/shared/exchange.ts';
import type { Period } from '../../../web/core/contracts.ts';
import { exchange, gramme, newArea } from './samples.ts';

const day = (area: { items: Record<string, unknown> }, date = '2026-03-29') =>
  area.items[`day:${date}`] as Period;

test('an exchange lands in its day, month and year', async () => {
  const area = newArea();
  await recordExchange(gramme, area, exchange('a'));
  const keys = Object.keys(area.items).sort();
  const periods = ['day:2026-03-29', 'month:2026-03', 'year:2026'];
  assert.deepEqual(keys, ['conversations', ...periods, 'recent'].sort());
  assert.equal(day(area).stats.requests, 1);
  assert.equal(day(area).stats.tokens, 110);
});

test('the same exchange again changes nothing', async () => {
  const area = newArea();
  await recordExchange(gramme, area, exchange('a'));
  const before = structuredClone(area.items);
  await recordExchange(gramme, area, exchange('a'));
  assert.deepEqual(area.items, before);
});

test('an answer that went on replaces its earlier record and keeps its place', async () => {
  const area = newArea();
  await recordExchange(gramme, area, exchange('a'));
  await recordExchange(gramme, area, exchange('b'));
  const longer = exchange('a', { output: { tokens: 250, kind: 'exact', encoding: 'o200k_base' } });
  await recordExchange(gramme, area, longer);
  const direct = newArea();
  await recordExchange(gramme, direct, longer);
  await recordExchange(gramme, direct, exchange('b'));
  const { energyWattHours, ...counts } = day(area).stats;
  assert.equal(counts.requests, 2);
  assert.equal(counts.outputTokens.central, 350);
  const expected = day(direct).stats.energyWattHours.central;
  assert.ok(Math.abs(energyWattHours.central / expected - 1) < 1e-12);
  const recent = area.items.recent as CountedExchange[];
  assert.deepEqual(
    recent.map((entry) => entry.id),
    ['a', 'b'],
  );
});

test('a regenerate counts its answer and not its prompt', async () => {
  const area = newArea();
  await recordExchange(gramme, area, exchange('a'));
  await recordExchange(gramme, area, exchange('b', { isPromptNew: false }));
  const { prompts, promptTokens, cachedInputTokens, outputTokens } = day(area).stats;
  const tokens = [promptTokens, cachedInputTokens, outputTokens].map(({ central }) => central);
  assert.deepEqual([prompts, ...tokens], [1, 10, 10, 200]);
});

test('a damaged day is put aside and counting goes on', async () => {
  const damaged = { schema: 1, range: 'day', date: '2026-03-29', rows: [{ site: 7 }] };
  const area = newArea({ 'day:2026-03-29': damaged });
  await recordExchange(gramme, area, exchange('a'));
  assert.equal(day(area).stats.requests, 1);
  const aside = Object.keys(area.items).find((key) => key.startsWith('quarantine:day:'));
  assert.deepEqual(area.items[aside ?? ''], damaged);
});

test('a damaged memory of recent answers does not stop counting', async () => {
  for (const recent of [7, [null], [{ id: 3 }], 'x', [{}]]) {
    const area = newArea({ recent });
    await recordExchange(gramme, area, exchange('a'));
    assert.equal(day(area).stats.requests, 1, JSON.stringify(recent));
  }
});

test('the memory of recent answers is bounded while totals go on', async () => {
  const area = newArea();
  for (let index = 0; index < 210; index++)
    await recordExchange(gramme, area, exchange(`id-${index}`));
  assert.equal((area.items.recent as unknown[]).length, 200);
  assert.equal(day(area).stats.requests, 210);
});

test('a write that fails leaves everything as it was', async () => {
  const area = newArea();
  await recordExchange(gramme, area, exchange('a'));
  const before = structuredClone(area.items);
  const full: Area = { ...area, set: () => Promise.reject(new Error('quota exceeded')) };
  await assert.rejects(recordExchange(gramme, full, exchange('b')), /quota/);
  assert.deepEqual(area.items, before);
});
