import assert from 'node:assert/strict';
import test from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import type { BudgetStore } from '../../../web/server/budget.ts';
import { budgetWith, clockAt, GrammeError, grams, memoryStore } from './serving.ts';

test('a service is let in, warned of from 80 % on, and throttled at its limit', async () => {
  const budget = budgetWith();
  const verdicts: string[] = [];
  for (const used of [79, 2, 19, 1]) {
    const admission = await budget.admit('speech', 'fr');
    verdicts.push(admission.verdict);
    await admission.done(grams(used));
  }
  assert.deepEqual(verdicts, ['allow', 'allow', 'warn', 'throttle']);
  const other = await budget.admit('texts', 'fr');
  assert.equal(other.verdict, 'allow');
  assert.equal(other.deciding?.budgetId, 'texts-fr');
  assert.equal((await budget.admit('texts', 'en')).deciding, null);
});

test('a request that is ended twice counts once, and a cancelled one not at all', async () => {
  const budget = budgetWith();
  const twice = await budget.admit('speech', 'fr');
  await Promise.all([twice.done(grams(5)), twice.done(grams(5))]);
  twice.cancel();
  const cancelled = await budget.admit('speech', 'fr');
  cancelled.cancel();
  await cancelled.done(grams(7));
  const { day } = await budget.report();
  assert.equal(day.total.requests, 1);
  assert.equal(day.total.gramsCo2e.central, 5);
});

test('several uses of one request add up and count one request', async () => {
  const budget = budgetWith();
  const admission = await budget.admit('speech', 'fr');
  const exchange = { model: 'gpt-5', inputTokens: 100, outputTokens: 200 };
  await admission.done({ exchange }, grams(5));
  const { total } = (await budget.report()).day;
  assert.equal(total.requests, 1);
  assert.equal(total.tokens.central, 300);
  assert.ok(total.gramsCo2e.central > 5);
  assert.equal(total.warnings.energy_unknown, 1);
  assert.equal(total.warnings.serving_assumed, 1);
});

test('a use that the core refuses is told to who said it, and stops no other', async () => {
  const budget = budgetWith();
  const wrong = await budget.admit('speech', 'fr');
  const [refused, kept] = await Promise.allSettled([
    wrong.done(grams(-1)),
    budget.record({ service: 'speech', ...grams(3) }),
  ]);
  assert.equal(refused?.status, 'rejected');
  assert.ok((refused as PromiseRejectedResult).reason instanceof GrammeError);
  assert.equal(kept?.status, 'fulfilled');
  assert.equal((await budget.report()).day.total.gramsCo2e.central, 3);
});

test('requests that come together do not all take the same room', async () => {
  const budget = budgetWith();
  await budget.record({ service: 'speech', ...grams(10) });
  const asked = await Promise.all(Array.from({ length: 50 }, () => budget.admit('speech', 'fr')));
  const letIn = asked.filter(({ verdict }) => verdict !== 'throttle');
  assert.equal(letIn.length, 9);
  await Promise.all(letIn.map((admission) => admission.done(grams(10))));
  assert.equal((await budget.report()).day.total.gramsCo2e.central, 100);
});

test('a limit is overrun by no more than requests in flight weigh beyond the mean, and the last', async () => {
  const budget = budgetWith();
  const weights = [1, 2, 3, 4, 5, 6, 7, 8, 9, 15];
  const worst = 15;
  let open: (() => Promise<void>)[] = [];
  for (let request = 0; request < 300; request++) {
    const admission = await budget.admit('speech', 'fr');
    if (admission.verdict !== 'throttle') {
      const use = grams(weights[(request * 7) % weights.length] ?? 1);
      open.push(() => admission.done(use));
    }
    if (open.length === 4 || admission.verdict === 'throttle') {
      await Promise.all(open.map((end) => end()));
      open = [];
    }
  }
  const used = (await budget.report()).day.total.gramsCo2e.central;
  assert.ok(used >= 100, `${used}`);
  assert.ok(used <= 100 + 4 * worst, `${used}`);
});

test('a request that never says what it used is given up after its time', async () => {
  const clock = clockAt('2026-01-15T12:00:00Z');
  const budget = budgetWith({ now: clock.now, longestRequestSeconds: 60 });
  await budget.record({ service: 'speech', ...grams(60) });
  await budget.admit('speech', 'fr');
  assert.equal((await budget.admit('speech', 'fr')).verdict, 'throttle');
  clock.set('2026-01-15T12:01:01Z');
  assert.equal((await budget.admit('speech', 'fr')).verdict, 'allow');
});

/** A store that has `update` alone, and takes its time. */
function slowStore(): BudgetStore & { updates: number } {
  const kept = memoryStore();
  const store = {
    updates: 0,
    async update(change: (text: string | null) => string | null) {
      await turn();
      store.updates++;
      await kept.update(change);
    },
  };
  return store;
}

test('records that come while one is written go out together, in any store', async () => {
  const store = slowStore();
  const budget = budgetWith({ store });
  const one = { service: 'texts', language: 'fr', ...grams(1) };
  await Promise.all(Array.from({ length: 200 }, () => budget.record(one)));
  assert.ok(store.updates <= 3, `${store.updates}`);
  assert.equal((await budgetWith({ store }).report()).day.total.requests, 200);
});

test('what could not be written counts in verdicts, and is written with the next', async () => {
  const kept = memoryStore();
  let isFull = true;
  const store: BudgetStore = {
    read: async () => (await kept.read?.()) ?? null,
    async update(change) {
      if (isFull) throw new Error('no space left');
      await kept.update(change);
    },
  };
  const budget = budgetWith({ store });
  await assert.rejects(budget.record({ service: 'speech', ...grams(100) }), /no space left/);
  assert.equal(budget.waiting(), 1);
  assert.equal((await budget.admit('speech', 'fr')).verdict, 'throttle');
  await assert.rejects(budget.close(), /1 uses? could not be written/);
  isFull = false;
  await budget.close();
  assert.equal(budget.waiting(), 0);
  assert.equal((await budgetWith({ store }).report()).day.total.gramsCo2e.central, 100);
  await assert.rejects(budget.admit('speech', 'fr'), { code: 'stream_finished' });
});
