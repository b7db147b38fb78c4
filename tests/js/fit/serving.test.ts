import assert from 'node:assert/strict';
import test from 'node:test';
import {
  fitServing,
  readMethods,
  SERVING_ROWS,
  withConstants,
} from '../../../tools/fit/serving-fit.ts';

const fitted = fitServing(SERVING_ROWS);

test('config/methods.yaml has the constants that the fit gives', () => {
  assert.equal(withConstants(readMethods(), fitted.constants), readMethods());
});

test('families a fit has not seen are missed by at most 20 %, 97 % within a factor of 2', () => {
  const { rows, mape, withinFactor2, bandCoverage } = fitted.leaveOneFamilyOut;
  assert.equal(rows, 706);
  assert.ok(mape <= 0.2, String(mape));
  assert.ok(withinFactor2 >= 0.97, String(withinFactor2));
  assert.ok(bandCoverage >= 0.85 && bandCoverage <= 0.95, String(bandCoverage));
});

test('hardware a fit has not seen is missed by at most 30 %, 92 % within a factor of 2', () => {
  const { mape, withinFactor2, bandCoverage } = fitted.leaveOneHardwareOut;
  assert.ok(mape <= 0.3, String(mape));
  assert.ok(withinFactor2 >= 0.92, String(withinFactor2));
  assert.ok(bandCoverage >= 0.85 && bandCoverage <= 0.95, String(bandCoverage));
});

test('the range holds for unseen rows too where less of the serving is known', () => {
  for (const unseen of [fitted.leaveOneFamilyOut, fitted.leaveOneHardwareOut]) {
    for (const { bandCoverage } of [unseen.batchUnknown, unseen.nothingKnown]) {
      assert.ok(bandCoverage >= 0.85 && bandCoverage <= 0.95, String(bandCoverage));
    }
  }
});

test('the score of unseen rows is that of their predictions', () => {
  for (const { rows, mape, predictions, byFamily } of [
    fitted.leaveOneFamilyOut,
    fitted.leaveOneHardwareOut,
  ]) {
    const errors = predictions.map(({ measuredJoules, predictedJoules }) =>
      Math.abs(predictedJoules.central / measuredJoules - 1),
    );
    assert.equal(errors.length, rows);
    const mean = errors.reduce((sum, error) => sum + error, 0) / rows;
    assert.ok(Math.abs(mean - mape) < 1e-12);
    assert.equal(
      byFamily.reduce((sum, family) => sum + family.rows, 0),
      rows,
    );
  }
});
