import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordExchange } from '../../../extension/background/ledger.ts';
import type { Budget } from '../../../extension/shared/settings.ts';
import { exactly, exchange, newLedger, recording } from './samples.ts';

const budget = (id: string, changes: Partial<Budget> = {}): Budget => ({
  id,
  range: 'day',
  measure: 'tokens',
  limit: 1000,
  site: null,
  modelId: null,
  ...changes,
});

/** What was told of, answer by answer. */
async function told(budgets: Budget[], answers: [id: string, tokens: number, date: string][]) {
  const ledger = newLedger();
  const settings = { ...recording.settings, budgets };
  const steps: (string | number)[][] = [];
  for (const [id, tokens, date] of answers) {
    const one = exchange(id, { date, prompt: exactly(0), output: exactly(tokens) });
    const { judged } = await recordExchange(ledger, one, { ...recording, settings });
    steps.push((judged?.fresh ?? []).flatMap((verdict) => [verdict.id, verdict.reached]));
  }
  return steps;
}

test('each step of a budget is told of once, and anew in the next period', async () => {
  const steps = await told(
    [budget('b')],
    [
      ['1', 499, '2026-03-29'],
      ['2', 1, '2026-03-29'],
      ['3', 100, '2026-03-29'],
      ['4', 250, '2026-03-29'],
      ['5', 600, '2026-03-29'],
      ['6', 600, '2026-03-29'],
      ['7', 499, '2026-03-30'],
      ['8', 600, '2026-03-30'],
    ],
  );
  assert.deepEqual(steps, [[], ['b', 0.5], [], ['b', 0.8], ['b', 1], [], [], ['b', 1]]);
});

test('an answer that is told again tells nothing again', async () => {
  const steps = await told(
    [budget('b')],
    [
      ['1', 2000, '2026-03-29'],
      ['1', 2000, '2026-03-29'],
      ['1', 2100, '2026-03-29'],
    ],
  );
  assert.deepEqual(steps, [['b', 1], [], []]);
});

test('budgets of months, sites and models are judged over their own', async () => {
  const steps = await told(
    [
      budget('month', { range: 'month', limit: 1500 }),
      budget('claude', { site: 'claude' }),
      budget('model', { modelId: 'gpt-4o', limit: 600 }),
    ],
    [
      ['1', 700, '2026-03-28'],
      ['2', 700, '2026-03-29'],
    ],
  );
  assert.deepEqual(steps, [
    ['model', 1],
    ['month', 0.8, 'model', 1],
  ]);
});
