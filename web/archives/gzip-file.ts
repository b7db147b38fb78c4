import { refuseBomb } from './limits.ts';
import type { Gunzip } from './zip-files.ts';

/** A whole file that is packed with gzip; throws ArchiveFault for what would unpack to too much. */
export async function* unpackedFile(
  parts: AsyncIterable<Uint8Array>,
  gunzip: Gunzip,
): AsyncGenerator<Uint8Array> {
  let packedBytes = 0;
  let unpackedBytes = 0;
  async function* packed() {
    for await (const part of parts) {
      packedBytes += part.length;
      yield part;
    }
  }
  for await (const part of gunzip(packed())) {
    unpackedBytes += part.length;
    refuseBomb(packedBytes, unpackedBytes);
    yield part;
  }
}
