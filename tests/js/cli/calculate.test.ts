// The command line of the calculator that the project grew from, and its published results.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { gramme } from './run.ts';

const folder = new URL('../../fixtures/calculator/', import.meta.url);
const AS_WRITTEN = ['--method', 'prefill-decode-as-written', '--json'];
const own = new URL('configuration.yaml', folder).pathname;

const lines = readFileSync(new URL('published.csv', folder), 'utf8').trim().split('\n').slice(1);
const [header = '', ...rows] = lines;
const names = header.split(',');
const published = rows.map((row) => {
  const cells = row.split(',');
  return (name: string): string => cells[names.indexOf(name)] ?? '';
});

/** A figure with as many decimals as were published. */
function rounded(value: number, cell: string): string {
  const decimals = cell.split('.')[1]?.length ?? 0;
  return String(Number(value.toFixed(decimals)));
}

/** The formula of docs/method.md#prefill-decode-as-written, worked out by hand. */
function recomputed(cell: (name: string) => string): number {
  const [input, output, speed] = ['in_tok', 'out_tok', 'speed'].map((name) => Number(cell(name)));
  const [gpu, cpu, share] = ['gpu_power', 'cpu_power', 'cpu_share'].map((n) => Number(cell(n)));
  const seconds = ((input ?? 0) ** 2 + (output ?? 0)) / (speed ?? 1);
  const watts = (gpu ?? 0) * (1 - (share ?? 0)) + (cpu ?? 0) * (share ?? 0);
  return (watts * seconds * Number(cell('pue'))) / 3_600_000;
}

for (const cell of published) {
  test(`${cell('case')} comes out as it was published`, () => {
    const flags = names
      .slice(1, 9)
      .flatMap((name) => [
        ['in_tok', 'out_tok'].includes(name) ? `--${name}` : `--${name.replace('_', '-')}`,
        cell(name),
      ]);
    const { out, status } = gramme(['calculate', ...flags, ...AS_WRITTEN]);
    assert.equal(status, 0);
    const answer = JSON.parse(out);
    const kilowattHours = answer.energyWattHours / 1000;
    const same = (value: number, name: string) =>
      assert.equal(rounded(value, cell(name)), String(Number(cell(name))), name);
    same(answer.seconds, 'seconds');
    same(answer.energyJoules, 'joules');
    same(kilowattHours, 'kilowatt_hours');
    same(answer.gramsCo2e, 'grams_co2e');
    assert.ok(Math.abs(kilowattHours - recomputed(cell)) <= 1e-9);
    assert.ok(Math.abs(answer.gramsCo2e - recomputed(cell) * Number(cell('intensity'))) <= 1e-9);
  });
}

const answerOf = (args: string[]) => {
  const { out, error } = gramme(['calculate', ...args, ...AS_WRITTEN]);
  assert.equal(error, '');
  return JSON.parse(out);
};

test("the calculator's regions and kinds of use have its own figures", () => {
  const usa = answerOf(['--in_tok', '2000', '--out_tok', '500', '--region', 'usa']);
  assert.equal(usa.gramsCo2e.toFixed(6), '5539.896104');
  const chatbot = answerOf(['--use', 'chatbot', '--region', 'france', '--count', '1000']);
  assert.equal(chatbot.gramsCo2e.toFixed(6), '218.762104');
  assert.equal(chatbot.totalGramsCo2e, chatbot.gramsCo2e * 1000);
  const places = ['germany', 'iceland'].map((region) => {
    const { pue, carbonIntensityGramsCo2ePerKilowattHour } = answerOf([
      '--use',
      'chatbot',
      '--region',
      region,
    ]);
    return [pue, carbonIntensityGramsCo2ePerKilowattHour];
  });
  assert.deepEqual(places, [
    [1.25, 140],
    [1.15, 5],
  ]);
  assert.ok(
    usa.warnings.some(({ code }: { code: string }) => code === 'dimension_error_in_method'),
  );
});

test("a configuration of the calculator's is read, and its characters are told of", () => {
  const answer = answerOf(['--use', 'summary', '--region', 'norway', '--calculator-config', own]);
  assert.equal(answer.inputTokens, 4000);
  assert.equal(answer.tokensPerSecond, 50);
  assert.equal(answer.seconds, (4000 ** 2 + 800) / 50);
  assert.equal(answer.energyJoules, (400 * 0.8 + 100 * 0.2) * answer.seconds * 1.2);
  assert.deepEqual(
    answer.warnings.map(({ code }: { code: string }) => code),
    ['dimension_error_in_method', 'characters_as_tokens'],
  );
});

test('without its method, the same question is an estimate with a range', () => {
  const args = ['--in_tok', '2000', '--out_tok', '500', '--region', 'france', '-m', 'gpt-5.4'];
  const { out } = gramme(['calculate', ...args, '--json']);
  const estimate = JSON.parse(out);
  assert.equal(estimate.method, 'prefill-decode');
  assert.equal(estimate.region, 'fra');
  assert.ok(estimate.energyWattHours.low < estimate.energyWattHours.high);
  assert.ok(estimate.energyWattHours.high < 100);
  const text = gramme(['calculate', ...args]).out;
  assert.match(text, /^GPT-5\.4 · fra · prefill-decode/);
});

const refusals: [string, string[], RegExp][] = [
  [
    'a region it does not know',
    ['--use', 'chatbot', '--region', 'mars'],
    /out_of_range at \/region: france, germany, iceland, usa are known/,
  ],
  ['no region and no grid', ['--use', 'chatbot'], /missing_key at \/pue/],
  ['no tokens', ['--region', 'usa'], /missing_key at \/inputTokens/],
  [
    'a share over 1',
    ['--use', 'chatbot', '--region', 'usa', '--cpu-share', '2'],
    /out_of_range at \/cpuShare/,
  ],
  ['no number', ['--in_tok', 'many'], /not a number/],
];
for (const [what, args, message] of refusals) {
  test(`${what} is refused`, () => {
    const { error, status } = gramme(['calculate', ...args, ...AS_WRITTEN]);
    assert.equal(status, 2);
    assert.match(error, message);
  });
}

test('a faulty configuration is refused at its place', async (t) => {
  const place = await mkdtemp(join(tmpdir(), 'gramme-'));
  t.after(() => rm(place, { recursive: true }));
  const file = join(place, 'calculator.yaml');
  const faults: [string, RegExp][] = [
    [
      'regions: {mars: {pue: 0.5, carbon_intensity_g_per_kwh: 1}}',
      /out_of_range at .*regions\.mars\.pue/,
    ],
    [
      'hardware: {gpu: {power_w: 1, eta: 0.5}, cpu: {power_w: 1, eta: 0.4}}',
      /out_of_range at .*hardware\.gpu\.eta/,
    ],
    ['colours: {}', /unknown_key at .*colours/],
    ['regions: [1]', /invalid_type at .*regions/],
    [
      'profiles: {a: {input_characters: -1, output_characters: 0}}',
      /out_of_range at .*profiles\.a\.input_characters/,
    ],
    ['a: [', /invalid_yaml/],
  ];
  for (const [yaml, message] of faults) {
    writeFileSync(file, yaml);
    const args = ['--use', 'chatbot', '--region', 'usa', '--calculator-config', file];
    const { error, status } = gramme(['calculate', ...args, ...AS_WRITTEN]);
    assert.equal(status, 2);
    assert.match(error, message);
  }
});
