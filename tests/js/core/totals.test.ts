import assert from 'node:assert/strict';
import test from 'node:test';
import { loadGramme, type ManyExchange, type Range } from '../../../web/core/node.ts';

const gramme = await loadGramme({ folder: new URL('../../../dist/', import.meta.url) });
const month = { range: 'month', date: '2026-11' } as const;
const models = ['gpt-4o', 'Claude Sonnet 4.5', 'GPT-5.5 Thinking', 'a model nobody knows'];

/** Exchanges of several models, regions, methods and kinds of tokens. */
function exchangeOf(index: number): ManyExchange {
  const output = 20 + (index % 700);
  return {
    model: models[index % models.length] ?? '',
    site: index % 2 === 0 ? 'chatgpt' : 'claude',
    inputTokens: 10 + (index % 90),
    cachedInputTokens: index % 3 === 0 ? 500 : 0,
    outputTokens:
      index % 5 === 0 ? { low: 0.9 * output, central: output, high: 1.2 * output } : output,
    region: index % 4 === 0 ? 'fra' : 'usa',
    isPromptNew: index % 10 !== 0,
    ...(index % 7 === 0 ? { method: 'ecologits' } : {}),
    ...(index % 11 === 0 ? { contextTokens: 3000, contextAgeSeconds: 60 } : {}),
  };
}

const many = (count: number) => Array.from({ length: count }, (_, index) => exchangeOf(index));

function isNear(is: Range, wanted: Range): void {
  for (const bound of ['low', 'central', 'high'] as const) {
    assert.ok(Math.abs(is[bound] / wanted[bound] - 1) < 1e-12, `${is[bound]} ${wanted[bound]}`);
  }
}

const sum = (ranges: Range[]): Range =>
  ranges.reduce((a, b) => ({
    low: a.low + b.low,
    central: a.central + b.central,
    high: a.high + b.high,
  }));

test('the totals of many exchanges are the sums of their estimates', () => {
  const exchanges = many(3000);
  const { stats } = gramme.totals(exchanges, month);
  const each = exchanges.map(({ isPromptNew, ...exchange }) => gramme.estimate(exchange));
  isNear(stats.energyWattHours, sum(each.map((one) => one.energyWattHours)));
  isNear(stats.gramsCo2e, sum(each.map((one) => one.gramsCo2e)));
  assert.equal(stats.requests, 3000);
  assert.equal(stats.prompts, 2700);
  assert.equal(stats.contextTokens.central, 3000 * exchanges.filter((e) => e.contextTokens).length);
});

test('more exchanges than cross at once are all there', () => {
  const { stats, rows } = gramme.totals(many(20_001), month);
  assert.equal(stats.requests, 20_001);
  assert.equal(
    rows.reduce((requests, row) => requests + row.requests, 0),
    20_001,
  );
  assert.ok(rows.every((row) => row.methodology.startsWith('2026.')));
});

test('no exchanges come to an empty period', () => {
  assert.equal(gramme.totals([], month).stats.requests, 0);
});

test('tokens that are no amount are refused with their place', () => {
  for (const outputTokens of [Number.NaN, -1, { low: 3, central: 2, high: 4 }, 1e13]) {
    const exchanges = [...many(3), { model: 'gpt-4o', outputTokens }];
    assert.throws(() => gramme.totals(exchanges, month), {
      code: 'out_of_range',
      path: '/exchanges/3',
    });
  }
});

test('what a single estimate refuses is refused among many too', () => {
  const unknownRegion = [{ model: 'gpt-4o', outputTokens: 1, region: 'atlantis' }];
  assert.throws(() => gramme.totals(unknownRegion, month), { code: 'unknown_region' });
  assert.throws(() => gramme.totals(many(1), { range: 'day', date: '2026-02-30' }), {
    code: 'out_of_range',
  });
  const unknownKey = [{ model: 'gpt-4o', outputTokens: 1, colour: 'green' }];
  assert.throws(() => gramme.totals(unknownKey, month), { code: 'unknown_key' });
});
