/**
 * One file of a zip archive as a gzip stream: what unpacks gzip, in Node as in browsers, then checks
 * length and checksum itself.
 */
import { type ArchiveBytes, readWhole } from './archive-bytes.ts';
import { ArchiveFault } from './fault.ts';
import type { ZipEntry } from './zip-directory.ts';

const HEADER_MARK = 0x04034b50;
const HEADER_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;

/** Deflated, without a name, a time or a system. */
const GZIP_HEADER = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff);
const LONGEST_BLOCK_BYTES = 0xffff;
const LAST_BLOCK = Uint8Array.of(1, 0, 0, 0xff, 0xff);

/** Bytes that are not packed, as the blocks that deflate has for them. */
async function* storedBlocks(parts: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const part of parts) {
    for (let from = 0; from < part.length; from += LONGEST_BLOCK_BYTES) {
      const block = part.subarray(from, from + LONGEST_BLOCK_BYTES);
      const header = new DataView(new ArrayBuffer(5));
      header.setUint16(1, block.length, true);
      header.setUint16(3, ~block.length & 0xffff, true);
      yield new Uint8Array(header.buffer);
      yield block;
    }
  }
  yield LAST_BLOCK;
}

function refuseUnknown({ name, isEncrypted, method }: ZipEntry): void {
  if (isEncrypted) throw new ArchiveFault(name, 'this file is encrypted: unpack it first');
  if (method === STORED || method === DEFLATED) return;
  throw new ArchiveFault(
    name,
    `this file is packed in a way (${method}) that is not read: unpack it first`,
  );
}

async function* packedParts(bytes: ArchiveBytes, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const { name, start, packedBytes } = entry;
  const header = await readWhole(bytes, start, start + HEADER_BYTES);
  if (header.getUint32(0, true) !== HEADER_MARK) {
    throw new ArchiveFault(name, 'this archive is damaged: the file is not where it should be');
  }
  const from = start + HEADER_BYTES + header.getUint16(26, true) + header.getUint16(28, true);
  if (from + packedBytes > bytes.byteLength)
    throw new ArchiveFault(name, 'this archive is cut off');
  if (packedBytes > 0) yield* bytes.read(from, from + packedBytes);
}

/** Throws ArchiveFault for what is encrypted, packed in an unknown way, or not where it should be. */
export async function* gzipOf(bytes: ArchiveBytes, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  refuseUnknown(entry);
  const parts = packedParts(bytes, entry);
  yield GZIP_HEADER;
  yield* entry.method === STORED ? storedBlocks(parts) : parts;
  const trailer = new DataView(new ArrayBuffer(8));
  trailer.setUint32(0, entry.crc32, true);
  trailer.setUint32(4, entry.unpackedBytes % 2 ** 32, true);
  yield new Uint8Array(trailer.buffer);
}
