import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GrammeError, loadGramme } from '../../../web/core/node.ts';

const folder = new URL('../../../dist/', import.meta.url);
const gramme = await loadGramme({ folder });

const codeOf = (work: () => unknown): [string, string] => {
  try {
    work();
  } catch (error) {
    if (error instanceof GrammeError) return [error.code, error.path];
    throw error;
  }
  throw new Error('no error');
};

test('errors carry code and path', () => {
  assert.deepEqual(
    codeOf(() => gramme.estimate({ model: 'gpt-4o', outputTokens: -1 })),
    ['out_of_range', '/outputTokens'],
  );
  assert.deepEqual(
    codeOf(() => gramme.estimate({ model: 'gpt-4o', outputTokens: 1, region: 'xx' })),
    ['unknown_region', '/region'],
  );
  assert.deepEqual(
    codeOf(() => gramme.call('nothing', {})),
    ['unknown_function', ''],
  );
});

test('a text is counted the same as string and as bytes', async () => {
  const text = 'Déjà vu — 東京 👩‍👩‍👧 \ud800 end';
  const asText = await gramme.count(text, { encoding: 'o200k_base' });
  const asBytes = await gramme.count(new TextEncoder().encode(text), { encoding: 'o200k_base' });
  assert.deepEqual(asText, asBytes);
  assert.equal(asText.kind, 'exact');
});

test('a text of ten million characters is counted', async () => {
  const { tokens } = await gramme.count('word '.repeat(2_000_000), { encoding: 'o200k_base' });
  assert.equal(tokens, 2_000_001);
});

test('a text over the limit is refused and the next one is counted', async () => {
  const huge = new Uint8Array((64 << 20) + 1);
  await assert.rejects(gramme.count(huge, { encoding: 'o200k_base' }), { code: 'too_large' });
  assert.equal((await gramme.count('Hello', { encoding: 'o200k_base' })).tokens, 1);
});

test('a Claude count is a range, says so and holds the centre', async () => {
  const count = await gramme.count('How hot should the water be for green tea?', {
    model: 'claude-sonnet-5',
  });
  assert.equal(count.kind, 'estimated');
  assert.deepEqual(
    count.warnings.map((warning) => warning.code),
    ['tokens_estimated'],
  );
  assert.ok(typeof count.tokens === 'object');
  assert.ok(count.tokens.low < count.tokens.central && count.tokens.central < count.tokens.high);
});

test('counts asked for at the same time load a vocabulary once', async () => {
  let reads = 0;
  const { createFullGramme } = await import('../../../web/core/full-gramme.ts');
  const { readFile } = await import('node:fs/promises');
  const fresh = await createFullGramme({
    instantiate: async (imports) =>
      WebAssembly.instantiate(await readFile(new URL('gramme-full.wasm', folder)), imports),
    readVocabulary(file) {
      reads++;
      return readFile(new URL(`vocabulary/${file}`, folder));
    },
  });
  const counts = [1, 2, 3].map(() => fresh.count('Hello world', { model: 'gpt-4o' }));
  for (const { tokens } of await Promise.all(counts)) assert.equal(tokens, 2);
  assert.equal(reads, 1);
});

test('a truncated vocabulary is refused, and a later good one works', async () => {
  const { createFullGramme } = await import('../../../web/core/full-gramme.ts');
  const { readFile } = await import('node:fs/promises');
  let isGood = false;
  const fresh = await createFullGramme({
    instantiate: async (imports) =>
      WebAssembly.instantiate(await readFile(new URL('gramme-full.wasm', folder)), imports),
    async readVocabulary(file) {
      const bytes = await readFile(new URL(`vocabulary/${file}`, folder));
      return isGood ? bytes : bytes.subarray(0, bytes.length >> 1);
    },
  });
  await assert.rejects(fresh.count('Hello', { model: 'gpt-4o' }), { code: 'vocabulary_corrupt' });
  isGood = true;
  assert.equal((await fresh.count('Hello', { model: 'gpt-4o' })).tokens, 1);
});

test('depth bombs and huge documents are refused', () => {
  const bomb = JSON.parse(`${'['.repeat(40)}${']'.repeat(40)}`) as unknown;
  assert.deepEqual(
    codeOf(() => gramme.call('estimate', bomb)),
    ['too_deep', ''],
  );
  const long = { what: 'x'.repeat(17 << 20) };
  assert.deepEqual(
    codeOf(() => gramme.call('list', long)),
    ['too_large', ''],
  );
});
