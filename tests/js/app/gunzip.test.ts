import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { gunzip } from '../../../web/app/engine/gunzip.ts';

async function* partsOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

async function unpacked(bytes: Uint8Array, size = 1000): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of gunzip(partsOf(bytes, size))) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

const TEXTS = ['first\n', 'second, and longer\n'.repeat(50), '', 'third\n'];
const STREAMS = Buffer.concat(TEXTS.map((text) => gzipSync(text)));

test('several streams in a row are unpacked, wherever the parts were cut', async () => {
  for (const size of [1, 2, 3, 7, 9, 10, 13, 14, 15, 40, STREAMS.length]) {
    assert.equal(await unpacked(STREAMS, size), TEXTS.join(''), `in parts of ${size}`);
  }
});

test('bytes that look like the beginning of a stream are none within one', async () => {
  const inner = gzipSync('not to be unpacked').toString('latin1');
  const text = Buffer.from(`${'x'.repeat(500)}${inner}${inner}`, 'latin1');
  const packed = gzipSync(text, { level: 0 });
  const parts: Uint8Array[] = [];
  for await (const part of gunzip(partsOf(packed, 64))) parts.push(part);
  assert.deepEqual(Buffer.concat(parts), text);
});

test('a stream that is cut off or changed is refused', async () => {
  const packed = gzipSync('a line of text\n'.repeat(2000), { level: 1 });
  await assert.rejects(unpacked(packed.subarray(0, packed.length - 20)), /cut off|damaged/);
  packed[packed.length - 6] = (packed[packed.length - 6] ?? 0) ^ 1;
  await assert.rejects(unpacked(packed), /damaged|cut off/);
  await assert.rejects(unpacked(new Uint8Array()), /cut off|damaged/);
});
