import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadGramme } from '../../../web/core/node.ts';

const gramme = await loadGramme({ folder: new URL('../../../dist/', import.meta.url) });
const CSV =
  'model,family,hardware,params_b,output_tokens,energy_j\n' +
  'a,f,H100,7,100,50\nb,f,H100,7,100,\nc,g,A100,7,100,60\n';

test('predictions are given when asked for, by the record of the file', () => {
  const { methods, rows } = gramme.validate(CSV, { methods: ['roofline'], predictions: true });
  assert.equal(rows, 2);
  const predictions = methods[0]?.predictions ?? [];
  assert.deepEqual(
    predictions.map(({ row, family, hardware, measuredJoules }) => [
      row,
      family,
      hardware,
      measuredJoules,
    ]),
    [
      [2, 'f', 'H100', 50],
      [4, 'g', 'A100', 60],
    ],
  );
  for (const { predictedJoules } of predictions) {
    assert.ok(predictedJoules.low < predictedJoules.central);
    assert.ok(predictedJoules.central < predictedJoules.high);
  }
});

test('predictions are left out unless asked for', () => {
  const [score] = gramme.validate(CSV, { methods: ['roofline'] }).methods;
  assert.ok(score !== undefined && !('predictions' in score));
});

test('the scores are those of the predictions', () => {
  const [score] = gramme.validate(CSV, { methods: ['roofline'], predictions: true }).methods;
  const errors = (score?.predictions ?? []).map(({ measuredJoules, predictedJoules }) =>
    Math.abs(predictedJoules.central / measuredJoules - 1),
  );
  const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
  assert.ok(Math.abs((score?.mape ?? 0) - mean) < 1e-12);
});
