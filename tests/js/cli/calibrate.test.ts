import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { COSTS, type MelodiOptions, melodiFile } from '../../../tools/measurements/melodi.ts';
import { inRoot } from '../../../tools/setup/paths.mjs';
import type { CalibrationFit, CalibrationResult, Estimate } from '../../../web/core/node.ts';
import { type Answer, gramme } from './run.ts';

type Package = typeof import('../../../web/core/node.ts');

const { loadGramme } = (await import(inRoot('dist/node.mjs'))) as Package;
const folder = mkdtempSync(join(tmpdir(), 'gramme-calibrate-'));
after(() => rmSync(folder, { recursive: true }));

const inFolder = (name: string) => join(folder, name);

function write(name: string, text: string): string {
  writeFileSync(inFolder(name), text);
  return inFolder(name);
}

const melodi = (name: string, options: Partial<MelodiOptions> = {}) =>
  write(name, melodiFile({ seed: 5, rows: 1200, ...options }));

const GEMMA = melodi('alpaca_gemma_2b_laptop1.csv');

function fitOf({ groups }: CalibrationResult): CalibrationFit {
  const [group] = groups;
  assert.ok(group?.fit);
  return group.fit;
}

function answered(args: string[]): CalibrationResult {
  const { out, error, status } = gramme(['calibrate', ...args, '--json']);
  assert.equal(status, 0, error);
  return JSON.parse(out) as CalibrationResult;
}

function isNear(value: number, expected: number, share: number): void {
  assert.ok(Math.abs(value / expected - 1) < share, `${value} is not near ${expected}`);
}

function refusal({ status, error }: Answer): string {
  assert.equal(status, 2);
  return error;
}

test('calibrate finds the coefficients that a file was made with, through its traps', () => {
  const result = answered([GEMMA]);
  const fit = fitOf(result);
  isNear(fit.inputWattHoursPerToken, COSTS.inputWattHoursPerToken, 0.06);
  isNear(fit.outputWattHoursPerToken, COSTS.outputWattHoursPerToken, 0.03);
  isNear(fit.requestWattHours, COSTS.requestWattHours, 0.06);
  isNear(fit.heldOut.mape, 0.05, 0.2);
  assert.ok(fit.heldOut.bandCoverage > 0.82 && fit.heldOut.bandCoverage < 0.97);
  assert.deepEqual(
    result.skipped.map(({ reason, rows }) => [reason, rows]),
    [
      ['response_token_length is over 100000: a runaway', 1],
      ['energy_consumption_llm_total is empty', 13],
      ['prompt_token_length is empty', 12],
    ],
  );
});

test('calibrate shows a line for each model and machine, and what it left out', () => {
  const other = melodi('code_llama3_workstation.csv', { model: 'llama3', indexName: 'Unnamed: 0' });
  const { out, status } = gramme(['calibrate', GEMMA, other]);
  assert.equal(status, 0);
  assert.match(
    out,
    /Wh per 1000 tokens in +Wh per 1000 tokens out +Wh per request +held-out error/,
  );
  assert.match(out, /^gemma:2b +laptop1 +\d+ +0\.01\d+ +0\.2\d+ +0\.00\d+ +\d\.\d % /m);
  assert.match(out, /^llama3:8b +workstation /m);
  assert.match(
    out,
    /left out: 2 rows, because response_token_length is over 100000: a runaway \(first: row 9 of alpaca_gemma_2b_laptop1\.csv\)/,
  );
});

test('the index column may be nameless, Unnamed: 0 or index', () => {
  const [first, ...others] = ['', 'Unnamed: 0', 'index'].map((indexName) =>
    fitOf(answered([melodi('x_y_laptop1.csv', { indexName })])),
  );
  for (const other of others) assert.deepEqual(other, first);
});

test('an estimate under the overlay is a · input + b · output + c', () => {
  const overlay = inFolder('overlay.yaml');
  const made = gramme(['calibrate', GEMMA, '--out', overlay]);
  assert.match(made.out, /wrote .*overlay\.yaml/);
  const fit = fitOf(answered([GEMMA]));
  const request = ['-m', 'gemma:2b', '--in-tokens', '100', '--out-tokens', '400', '--json'];
  const { out } = gramme(['estimate', ...request, '--config', overlay]);
  const estimate = JSON.parse(out) as Estimate;
  const expected =
    100 * fit.inputWattHoursPerToken + 400 * fit.outputWattHoursPerToken + fit.requestWattHours;
  isNear(estimate.energyWattHours.central, expected, 1e-9);
  isNear(estimate.energyWattHours.high, expected * fit.residualFactor.high, 1e-9);
  assert.equal(`${estimate.method} ${estimate.profile}`, 'per-token calibrated');
  assert.ok(estimate.warnings.every(({ code }) => code !== 'unknown_model'));
  assert.match(estimate.sources[0]?.source ?? '', /Own measurements, \d+ rows/);
  assert.notEqual(
    (JSON.parse(gramme(['estimate', ...request]).out) as Estimate).method,
    'per-token',
  );
});

test('an overlay is written as a whole or not at all', () => {
  const overlay = write('kept.yaml', 'regions: []\n');
  const few = melodi('few_rows_laptop1.csv', { rows: 12 });
  assert.match(refusal(gramme(['calibrate', few, '--out', overlay])), /fit_impossible/);
  assert.equal(readFileSync(overlay, 'utf8'), 'regions: []\n');
  const nowhere = join(folder, 'none', 'overlay.yaml');
  assert.match(refusal(gramme(['calibrate', GEMMA, '--out', nowhere])), /not written/);
  assert.match(refusal(gramme(['calibrate', GEMMA, '--out', GEMMA])), /overwritten/);
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.endsWith('.tmp')),
    [],
  );
});

test('bad files are refused with file, row and column', () => {
  const header = 'model,hardware,input_tokens,output_tokens,energy_watt_hours\n';
  const of = (name: string, text: string) => refusal(gramme(['calibrate', write(name, text)]));
  assert.match(of('a.csv', 'model,hardware\n'), /missing_key at \/rows\/1: a\.csv: .*input_tokens/);
  assert.match(of('b.csv', `${header}a,b,1,2,"3`), /invalid_csv at \/rows\/2\/5: b\.csv/);
  assert.match(of('c.csv', `${header}a,b,1,2,nan\n`), /fit_impossible: no row could be used/);
  const joules = melodiFile({ seed: 1, rows: 300, costs: scaled(3.6e3) });
  const shifted = joules.replace(/,(\d{8,}),1200345,/g, ',1000000000,1200345,');
  assert.match(of('d_laptop1.csv', shifted), /out_of_range at \/rows\/1\/15: .*energy_consumption/);
  assert.match(refusal(gramme(['calibrate', inFolder('none.csv')])), /cannot be read/);
});

function scaled(factor: number): typeof COSTS {
  return {
    inputWattHoursPerToken: COSTS.inputWattHoursPerToken * factor,
    outputWattHoursPerToken: COSTS.outputWattHoursPerToken * factor,
    requestWattHours: COSTS.requestWattHours * factor,
  };
}

test('standard input is read when the hardware is named', () => {
  const text = melodiFile({ seed: 5, rows: 200 });
  assert.match(refusal(gramme(['calibrate', '-'], text)), /--hardware/);
  assert.match(gramme(['calibrate', '-', '--hardware', 'attic'], text).out, /^gemma:2b +attic /m);
});

test('a field of 100 MB is refused at its place in bounded memory', async () => {
  const core = await loadGramme();
  async function* parts() {
    const encoder = new TextEncoder();
    yield encoder.encode('model,hardware,input_tokens,output_tokens,energy_joules\n"');
    const block = encoder.encode('x'.repeat(1 << 20));
    for (let megabytes = 0; megabytes < 100; megabytes++) yield block;
  }
  await assert.rejects(core.calibrate([{ name: 'huge.csv', parts: parts() }]), {
    code: 'too_large',
    path: '/rows/2/1',
  });
});

test('a faulty config names its file and place, and leaves nothing behind', async () => {
  const file = write('faulty.yaml', 'regions:\n- {id: usa}\n- {id: fra, name: 5}\n');
  assert.match(
    refusal(gramme(['models', '--config', file])),
    /invalid_type at .*faulty\.yaml: regions\[1\]\.name/,
  );
  const core = await loadGramme();
  assert.throws(() => core.loadOverlay('regions:\n- {id: fra, name: 5}\n'), {
    code: 'invalid_type',
  });
  const before = core.list('regions').find(({ id }) => id === 'fra')?.name;
  core.loadOverlay('regions:\n- {id: fra, name: Hexagon}\n');
  assert.notEqual(before, 'Hexagon');
  assert.equal(core.list('regions').find(({ id }) => id === 'fra')?.name, 'Hexagon');
  const configured = await loadGramme({ config: 'regions:\n- {id: fra, name: Hexagon}\n' });
  assert.equal(configured.list('regions').find(({ id }) => id === 'fra')?.name, 'Hexagon');
});

test('every command takes a config', () => {
  const file = write('hexagon.yaml', 'regions:\n- {id: fra, name: Hexagon}\n');
  const calibration = inFolder('other.yaml');
  assert.equal(gramme(['calibrate', GEMMA, '--out', calibration]).status, 0);
  assert.match(gramme(['regions', '--config', file, '--config', calibration]).out, /Hexagon/);
  for (const name of ['models', 'methods', 'encodings']) {
    assert.equal(gramme([name, '--config', file]).status, 0);
  }
  assert.equal(gramme(['count', '--config', file], 'Hello').status, 0);
});
