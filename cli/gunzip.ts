import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ArchiveFault } from '../web/archives/fault.ts';
import { GrammeError } from '../web/core/node.ts';

const BLOCK_BYTES = 1 << 18;

function faultOf(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'Z_BUF_ERROR') return new ArchiveFault('', 'what is packed here is cut off');
  if (typeof code !== 'string' || !code.startsWith('Z_')) return error;
  return new ArchiveFault('', 'what is packed here is damaged');
}

/** Unpacks gzip streams, also several in a row; a few blocks ahead of its reader, and no more. */
export async function* gunzip(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const unpacked = createGunzip({ chunkSize: BLOCK_BYTES });
  // An error of either ends the loop below; should the loop end before, both are closed.
  pipeline(Readable.from(packed, { objectMode: false }), unpacked, () => {});
  try {
    for await (const part of unpacked) yield part as Buffer;
  } catch (error) {
    throw faultOf(error);
  }
}

/** The same parts; what is wrong with an archive is told in the words of docs/errors.md. */
export async function* explained(parts: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* parts;
  } catch (error) {
    if (!(error instanceof ArchiveFault)) throw error;
    throw new GrammeError('archive_unreadable', '', error.message);
  }
}
