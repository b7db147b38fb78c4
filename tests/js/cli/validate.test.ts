import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inRoot } from '../../../tools/setup/paths.mjs';
import type { Validation } from '../../../web/core/node.ts';
import { gramme } from './run.ts';

const ROWS = inRoot('tools/fit/serving-train.csv');
const validation = (args: string[]) =>
  JSON.parse(gramme(['validate', ROWS, '--json', ...args]).out) as Validation;

test('validate scores methods side by side on what is known', () => {
  const known = ['--know', 'batch,accelerators,precision'];
  const { rows, methods } = validation(['--method', 'roofline,ecologits', ...known]);
  assert.equal(rows, 706);
  const [roofline, ecologits] = methods;
  assert.equal(roofline?.method, 'roofline');
  assert.ok(roofline.mape < 0.2 && roofline.withinFactor2 > 0.97);
  assert.ok(roofline.bandCoverage > 0.85 && roofline.bandCoverage < 0.95);
  assert.ok(ecologits !== undefined && ecologits.mape > 2 * roofline.mape);
  assert.equal(
    roofline.byHardware.reduce((sum, group) => sum + group.rows, 0),
    706,
  );
});

test('validate gives the prediction of each row where it is asked for', () => {
  const { methods } = validation(['--method', 'roofline', '--predictions']);
  assert.equal(methods[0]?.predictions?.length, 706);
  assert.equal(validation(['--method', 'roofline']).methods[0]?.predictions, undefined);
});

test('validate prints a line for each method, and says what it left out', () => {
  const csv =
    'model,family,hardware,params_b,output_tokens,energy_j\n' +
    'a,f,H100,7,100,50\na,f,H100,7,100,nan\n';
  const { out, status } = gramme(['validate', '--method', 'roofline', '--method', 'duration'], csv);
  assert.equal(status, 0);
  assert.match(out, /^roofline \(2026\.11\) +1 /m);
  assert.match(out, /^duration \(h100-2026\) +1 /m);
  assert.match(out, /left out: 1 rows, because energy_j is no positive number/);
});

test('validate refuses what is no file of measurements, naming the place', () => {
  const missing = gramme(['validate'], 'model,hardware\n');
  assert.equal(missing.status, 2);
  assert.match(missing.error, /missing_key at \/rows\/1: the column "family" is missing/);
  const cut = gramme(['validate'], 'model,"fam');
  assert.match(cut.error, /invalid_csv at \/rows\/1\/2/);
  const unknown = gramme(['validate', ROWS, '--method', 'tea-leaves']);
  assert.match(unknown.error, /unknown_method/);
  assert.match(gramme(['validate', ROWS, '--know', 'all']).error, /out_of_range at \/know/);
});
