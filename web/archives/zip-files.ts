import type { ArchiveBytes } from './archive-bytes.ts';
import { ArchiveFault } from './fault.ts';
import { refuseBomb } from './limits.ts';
import { type ChosenEntries, chooseUsageEntries } from './usage-entries.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';
import { gzipOf } from './zip-entry.ts';

/** Unpacks a gzip stream and checks it; throws ArchiveFault for one that is damaged. */
export type Gunzip = (packed: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

/**
 * What tells of use in a zip archive, before anything is unpacked. Throws ArchiveFault for an archive that is
 * cut off or damaged, has nothing of use, or would unpack to more than is safe.
 */
export async function listUsageEntries(bytes: ArchiveBytes): Promise<ChosenEntries> {
  const listed = chooseUsageEntries(await readZipDirectory(bytes));
  if (listed.chosen.length === 0) {
    throw new ArchiveFault('', 'no file in this archive has a name that tells of use');
  }
  refuseBomb(
    sum(listed.chosen.map(({ packedBytes }) => packedBytes)),
    sum(listed.chosen.map(({ unpackedBytes }) => unpackedBytes)),
  );
  return listed;
}

/** One file of the archive, in parts; never more of it than its directory says. */
export async function* unpackEntry(
  bytes: ArchiveBytes,
  entry: ZipEntry,
  gunzip: Gunzip,
): AsyncGenerator<Uint8Array> {
  let unpackedBytes = 0;
  for await (const part of gunzip(gzipOf(bytes, entry))) {
    unpackedBytes += part.length;
    if (unpackedBytes > entry.unpackedBytes) {
      throw new ArchiveFault(entry.name, 'this archive is damaged: more is packed than it says');
    }
    yield part;
  }
}
