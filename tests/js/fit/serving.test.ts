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
