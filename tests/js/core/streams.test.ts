// Growing texts through the built package: what only shows across the door.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GrammeError, loadGramme } from '../../../web/core/node.ts';

const gramme = await loadGramme({ folder: new URL('../../../dist/', import.meta.url) });
const tokenizer = await gramme.tokenizer({ encoding: 'o200k_base' });

const code = (expected: string) => (error: unknown) =>
  error instanceof GrammeError && error.code === expected;

test('a text cut anywhere counts as the whole, also within a surrogate pair', () => {
  const text = 'Hé, 世界 👩‍👧 — 12 345 \n\n  done';
  for (let size = 1; size < 7; size++) {
    const stream = tokenizer.openStream();
    for (let at = 0; at < text.length; at += size) {
      stream.append(text.slice(at, at + size));
      assert.equal(stream.tokens(), tokenizer.count(text.slice(0, at + size)));
    }
    assert.equal(stream.finish(), tokenizer.count(text));
    stream.close();
  }
});

test('bytes cut within a character count as the whole', () => {
  const bytes = new TextEncoder().encode('naïve 世界 👩‍👧');
  const stream = tokenizer.openStream();
  for (const byte of bytes) stream.append(Uint8Array.of(byte));
  assert.equal(stream.finish(), tokenizer.count(bytes));
  stream.close();
});

test('a replaced end counts as if it had been so from the start, half characters included', () => {
  const stream = tokenizer.openStream();
  stream.append('Half \ud83d ');
  stream.replaceFrom(6, '\ude00 whole\ud83d');
  assert.equal(stream.tokens(), tokenizer.count('Half \ud83d\ude00 whole\ud83d'));
  stream.close();
});

test('a finished stream refuses more, a closed one everything, and others go on', () => {
  const other = tokenizer.openStream();
  const stream = tokenizer.openStream();
  stream.append('done');
  assert.equal(stream.finish(), 1);
  assert.throws(() => {
    stream.append('more');
    stream.tokens();
  }, code('stream_finished'));
  assert.equal(stream.finish(), 1);
  stream.close();
  assert.throws(() => stream.finish(), code('unknown_stream'));
  other.append('Hello, world!');
  assert.equal(other.tokens(), 4);
  other.close();
});

test('an estimated stream answers with the range of a count', async () => {
  const claude = await gramme.tokenizer({ model: 'claude-sonnet-4-6' });
  const stream = claude.openStream();
  const text = 'The quick brown fox jumps over the lazy dog. '.repeat(20);
  for (let at = 0; at < text.length; at += 5) stream.append(text.slice(at, at + 5));
  assert.deepEqual(stream.finish(), claude.count(text));
  stream.close();
});

test('too many streams, too much text and unknown encodings are clear errors', async () => {
  const open = Array.from({ length: 4096 }, () => tokenizer.openStream());
  assert.throws(() => tokenizer.openStream(), code('too_large'));
  for (const stream of open) stream.close();
  const stream = tokenizer.openStream();
  assert.throws(() => {
    for (let i = 0; i < 80; i++) stream.append(new Uint8Array(1 << 20).fill(97));
  }, code('too_large'));
  stream.close();
  assert.throws(() => tokenizer.count(new Uint8Array(100 << 20)), code('too_large'));
  await assert.rejects(gramme.tokenizer({ encoding: 'no-such' }), code('unknown_encoding'));
  assert.equal(tokenizer.count('Hello, world!'), 4);
});

test('a million counts and streams opened and closed take no more memory', () => {
  const grown = () => process.memoryUsage().arrayBuffers + process.memoryUsage().external;
  const round = (times: number) => {
    for (let i = 0; i < times; i++) {
      tokenizer.count(`text ${i}`);
      if (i % 5 !== 0) continue;
      const stream = tokenizer.openStream();
      stream.append('text');
      stream.finish();
      stream.close();
    }
  };
  round(50_000);
  const before = grown();
  round(1_000_000);
  assert.ok(grown() - before < 4 << 20);
});
