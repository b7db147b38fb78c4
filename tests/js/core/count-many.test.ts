// Batches through the built package: many texts in one crossing of the door.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadGramme } from '../../../web/core/node.ts';

const gramme = await loadGramme({ folder: new URL('../../../dist/', import.meta.url) });
const texts = [
  'Hello, world!',
  '',
  'naïve 世界 👩‍👧',
  'a\0zero',
  'half \ud83d',
  '\ude00 of a character',
  new TextEncoder().encode('bytes 世'),
  'x'.repeat(40_000),
  ...Array.from({ length: 3000 }, (_, index) => `text ${index} says ${index * index}`),
  '\0',
  'the last',
];

for (const request of [{ encoding: 'o200k_base' }, { model: 'claude-sonnet-5' }]) {
  test(`a batch counts as its texts one by one: ${Object.values(request)}`, async () => {
    const tokenizer = await gramme.tokenizer(request);
    assert.deepEqual(tokenizer.countMany(texts), texts.map(tokenizer.count));
    assert.deepEqual(tokenizer.countMany([]), []);
    assert.deepEqual(
      tokenizer.countMany(new Set(['one', 'two'])),
      ['one', 'two'].map(tokenizer.count),
    );
  });
}

test('what is counted after a batch of very many very short texts is right', async () => {
  const fresh = await loadGramme({ folder: new URL('../../../dist/', import.meta.url) });
  const tokenizer = await fresh.tokenizer({ encoding: 'o200k_base' });
  const tiny = Array.from({ length: 40_000 }, (_, index) => 'abc'.slice(0, index % 4));
  assert.deepEqual(tokenizer.countMany(tiny), tiny.map(tokenizer.count));
  assert.equal(tokenizer.count('Hello, world!'), 4);
  assert.deepEqual(tokenizer.countMany(['Hello, world!', '']), [4, 0]);
});

test('a batch after which the memory has grown is read whole', async () => {
  const fresh = await loadGramme({ folder: new URL('../../../dist/', import.meta.url) });
  const tokenizer = await fresh.tokenizer({ encoding: 'o200k_base' });
  // Enough new pieces that the core makes its larger tables within the batch.
  const words = Array.from({ length: 9000 }, (_, index) => ` q${(index * 7919).toString(36)}x`);
  assert.deepEqual(tokenizer.countMany(words), words.map(tokenizer.count));
});
