import assert from 'node:assert/strict';
import test from 'node:test';
import { csvOf } from '../../../cli/csv.ts';
import type { Estimate, Range, TokenCount } from '../../../web/core/node.ts';
import { type Compared, fileWith } from './comparing.ts';
import { gramme } from './run.ts';

const compare = (...args: string[]) => gramme(['compare', ...args]);
const compared = (...args: string[]) => JSON.parse(compare(...args, '--json').out) as Compared;

const overlap = (one: Range, other: Range) => one.low <= other.high && other.low <= one.high;

test('every model stands in every region by every method, as `estimate` weighs it', () => {
  const { rows } = compared(
    ...['--models', 'gpt-5,claude-opus-4-5', '--regions', 'fra,pol', '--in-tokens', '200'],
    ...['--methods', 'roofline,ecologits', '--out-tokens', '400'],
  );
  assert.equal(rows.length, 8);
  for (const { model, estimate } of rows) {
    const { region, method } = estimate;
    const tokens = ['--in-tokens', '200', '--out-tokens', '400', '--json'];
    const place = ['--model', model, '--region', region, '--method', method];
    const alone = gramme(['estimate', ...place, ...tokens]);
    assert.deepEqual(estimate, JSON.parse(alone.out) as Estimate);
  }
  assert.equal(
    new Set(rows.map(({ estimate: e }) => `${e.modelId} ${e.region} ${e.method}`)).size,
    8,
  );
});

test('a rank is one more than the lines that are surely better, and overlapping lines are tied', () => {
  const { by, rows } = compared(
    '--models',
    'gpt-5,gpt-4o-mini,gpt-4o',
    '--out-tokens',
    '400',
    '--regions',
    'fra,pol',
  );
  assert.equal(by, 'gramsCo2e');
  const figures = rows.map(({ estimate }) => estimate.gramsCo2e);
  rows.forEach(({ rank, isTied }, place) => {
    const own = figures[place] as Range;
    const others = figures.filter((_, other) => other !== place);
    assert.equal(rank, 1 + others.filter(({ high }) => high < own.low).length);
    assert.equal(
      isTied,
      others.some((other) => overlap(own, other)),
    );
  });
  assert.ok(rows.some(({ isTied }) => isTied));
});

test('tokens are counted from the files with the encoding of each model', () => {
  const prompt = fileWith('counted.txt', 'Pourquoi le ciel est-il bleu ?');
  const answer = fileWith('answer.txt', 'À cause de la diffusion de Rayleigh.');
  const { rows } = compared(
    '--models',
    'gpt-5,claude-opus-4-5',
    '--prompt',
    prompt,
    '--answer',
    answer,
  );
  for (const { model, inputTokens, outputTokens } of rows) {
    const count = (text: string) =>
      (JSON.parse(gramme(['count', '--model', model, '--json'], text).out) as TokenCount).tokens;
    assert.deepEqual(inputTokens, count('Pourquoi le ciel est-il bleu ?'));
    assert.deepEqual(outputTokens, count('À cause de la diffusion de Rayleigh.'));
  }
});

test('what is not known under a method comes last and has no rank', () => {
  const { rows } = compared(
    ...[
      '--models',
      'gpt-5',
      '--methods',
      'duration,roofline',
      '--out-tokens',
      '9',
      '--by',
      'water',
    ],
  );
  assert.deepEqual(
    rows.map(({ rank, estimate }) => [rank, estimate.method]),
    [
      [1, 'roofline'],
      [null, 'duration'],
    ],
  );
});

test('a provider that the catalog does not have is named, with whose place stands in', () => {
  const { rows } = compared('--models', 'groq:llama-3.3-70b-versatile', '--out-tokens', '9');
  assert.equal(rows[0]?.provider, 'groq');
  assert.deepEqual(
    rows[0]?.warnings.map(({ code }) => code),
    ['provider_assumed'],
  );
});

test('the table marks ties and says what they mean', () => {
  const { out, status } = compare('--models', 'gpt-5,gpt-4o', '--out-tokens', '400');
  assert.equal(status, 0);
  assert.match(out, /^by carbon, least first\nrank +model +region +method +Wh +gCO2e/);
  assert.match(out, /^1= +gpt-(5|4o) +usa +roofline +[\d.]+ \([\d.]+-[\d.]+\)/m);
  assert.match(out, /^= : the range overlaps/m);
  assert.match(out, /^ {2}region_assumed: /m);
  assert.match(out, /^sources:\n {2}\S/m);
});

test('the CSV has a line for each row, and cells that no spreadsheet takes for a formula', () => {
  const { out } = compare('--models', 'gpt-5,=cmd', '--out-tokens', '400', '--csv');
  const [header = '', ...lines] = out.trimEnd().split('\r\n');
  assert.ok(header.startsWith('rank,is_tied,model,provider,region,method,profile'));
  assert.equal(lines.length, 2);
  assert.ok(lines.some((line) => line.startsWith("1,true,'=cmd,,wor,")));
});

test('cells of CSV follow RFC 4180', () => {
  assert.equal(
    csvOf(
      ['a', 'b'],
      [
        ['say "x", y', null],
        ['-1', -1.5],
        ['two\nlines', '@x'],
      ],
    ),
    'a,b\r\n"say ""x"", y",\r\n\'-1,-1.5\r\n"two\nlines",\'@x\r\n',
  );
});

for (const [what, args, message] of [
  ['no length of the answers', ['--models', 'gpt-5'], /missing_key at --out-tokens: /],
  ['no model', ['--models', ',', '--out-tokens', '9'], /missing_key at --models: /],
  ['a model twice', ['--models', 'a,a', '--out-tokens', '9'], /duplicate_id at --models: "a"/],
  [
    'an unknown region',
    ['--models', 'gpt-5', '--out-tokens', '9', '--regions', 'xyz'],
    /unknown_region at gpt-5 · xyz\/region: /,
  ],
  [
    'an unknown method',
    ['--models', 'gpt-5', '--out-tokens', '9', '--methods', 'xyz'],
    /unknown_method at gpt-5 · xyz\/method: /,
  ],
  ['another figure', ['--models', 'a', '--by', 'cost'], /carbon, energy or water/],
  [
    'an option of --live alone',
    ['--models', 'gpt-5', '--out-tokens', '9', '--retries', '1'],
    /out_of_range at --live: is missing/,
  ],
  ['two formats', ['--models', 'a', '--out-tokens', '9', '--json', '--csv'], /at --csv: /],
] as const) {
  test(`${what} is refused`, () => {
    const { status, error, out } = compare(...args);
    assert.equal(status, 2);
    assert.equal(out, '');
    assert.match(error, message);
  });
}
