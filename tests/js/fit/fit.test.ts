import assert from 'node:assert/strict';
import test from 'node:test';
import { familiesOf, readConfig, withWeights } from '../../../tools/fit/config.ts';
import { fit, meanError } from '../../../tools/fit/leave-one-out.ts';
import { readSamples } from '../../../tools/fit/samples.ts';
import { solve } from '../../../tools/fit/solve.ts';

const samples = readSamples();
const fitted = fit(samples);

test('config/encodings.yaml has the weights that the fit gives', () => {
  assert.equal(withWeights(readConfig(), familiesOf(fitted)), readConfig());
});

test('samples a fit has not seen are missed by at most 9 % on average', () => {
  assert.equal(samples.length, 60);
  assert.ok(meanError(fitted.misses, /./) <= 0.09);
});

test('prose, code and structured text not seen are missed by at most 6 % on average', () => {
  assert.ok(meanError(fitted.misses, /prose|code|structured/) <= 0.06);
});

test('the stated 80 % band holds 75 to 90 % of the samples it has not seen', () => {
  const share = fitted.covered / samples.length;
  assert.ok(share >= 0.75 && share <= 0.9, String(share));
});

test('a weight without samples stays what it was before', () => {
  const rows = [{ counts: [10, 0], tokens: 12 }];
  const [, unseen] = solve(rows, [1, 0.5]);
  assert.ok(Math.abs((unseen ?? 0) - 0.5) < 1e-12);
});

test('a weight is never negative', () => {
  const rows = [
    { counts: [10, 10], tokens: 5 },
    { counts: [10, 0], tokens: 20 },
  ];
  assert.ok(solve(rows, [1, 1]).every((weight) => weight >= 0));
});
