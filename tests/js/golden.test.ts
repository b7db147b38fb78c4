import assert from 'node:assert/strict';
import test from 'node:test';
import { askNative, differences, goldenPart, goldens } from '../../tools/golden/golden.ts';
import type { Estimate } from '../../web/core/contracts.ts';
import { gramme } from './cli/run.ts';

test('the golden estimates are what the native core answers', async () => {
  assert.deepEqual(differences(goldens(), await askNative()), [], 'run `npm run golden`');
});

test('the command gives the golden estimates', () => {
  const lines = goldens().map(({ request }) => `${JSON.stringify(request)}\n`);
  const { status, out } = gramme(['estimate', '--jsonl'], lines.join(''));
  assert.equal(status, 0);
  const answers = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Estimate);
  assert.equal(answers.length, goldens().length);
  goldens().forEach(({ name, answer }, index) => {
    const given = answers[index];
    assert.ok(given);
    assert.deepEqual(differences(answer, goldenPart(given)), [], name);
  });
});

test('a difference beyond the last bits is seen', () => {
  assert.deepEqual(differences({ a: [1] }, { a: [1 + 1e-15] }), []);
  assert.deepEqual(differences({ a: [1] }, { a: [1 + 1e-9] }).length, 1);
  assert.deepEqual(differences({ a: 1 }, { a: 1, b: null }).length, 1);
  assert.deepEqual(differences({ a: null }, { a: 0 }).length, 1);
});
