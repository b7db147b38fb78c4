/** Files as a page is given them: plain, packed with gzip, or in zip archives. */
import type { ArchiveBytes } from '../../archives/archive-bytes.ts';
import { ArchiveFault } from '../../archives/fault.ts';
import { unpackedFile } from '../../archives/gzip-file.ts';
import { isGzip, isZip } from '../../archives/marks.ts';
import { type ChosenEntries, notReadFiles, shownName } from '../../archives/usage-entries.ts';
import { listUsageEntries, unpackEntry } from '../../archives/zip-files.ts';
import type { AnalysedFile, UsageFile } from '../../core/analysis-contracts.ts';
import { GrammeError } from '../../core/error.ts';
import { gunzip } from './gunzip.ts';

const BLOCK_BYTES = 1 << 20;
const HEAD_BYTES = 4;

/** Told of bytes as they are read. */
export type OnBytes = (bytes: number) => void;

async function blockOf(blob: Blob, from: number, to: number): Promise<Uint8Array> {
  try {
    return new Uint8Array(await blob.slice(from, to).arrayBuffer());
  } catch {
    throw new GrammeError('file_unreadable', '', 'the file was moved, changed or removed');
  }
}

/** A block at a time; the next one is read while the one before is worked on. */
async function* blocksOf(blob: Blob, onBytes: OnBytes, start = 0, end = blob.size) {
  const read = (from: number) => {
    const block = blockOf(blob, from, Math.min(from + BLOCK_BYTES, end));
    block.catch(() => undefined);
    return block;
  };
  let next = read(start);
  for (let from = start; from < end; from += BLOCK_BYTES) {
    const block = await next;
    if (from + BLOCK_BYTES < end) next = read(from + BLOCK_BYTES);
    onBytes(block.length);
    yield block;
  }
}

/** What is wrong with an archive, in the words of docs/errors.md. */
function explain(error: unknown, name: string): unknown {
  if (!(error instanceof ArchiveFault)) return error;
  const path = error.entry === '' || name === '' ? name : `${name}: ${shownName(error.entry)}`;
  return new GrammeError('archive_unreadable', path, error.message);
}

async function* explained(parts: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* parts;
  } catch (error) {
    // The file that is being read is named by whoever reads it.
    throw explain(error, '');
  }
}

async function listed(name: string, bytes: ArchiveBytes): Promise<ChosenEntries> {
  try {
    return await listUsageEntries(bytes);
  } catch (error) {
    throw explain(error, name);
  }
}

async function* zippedFiles(file: File, onBytes: OnBytes, archives: AnalysedFile[]) {
  const { name } = file;
  const bytes: ArchiveBytes = {
    byteLength: file.size,
    read: (start, end) => blocksOf(file, onBytes, start, end),
  };
  const entries = await listed(name, bytes);
  const skipped = notReadFiles(entries);
  if (skipped.length > 0) archives.push({ name, kind: 'archive', requests: 0, skipped });
  for (const entry of entries.chosen) {
    const parts = explained(unpackEntry(bytes, entry, gunzip));
    yield { name: `${name}: ${shownName(entry.name)}`, parts };
  }
}

async function* filesIn(file: File, onBytes: OnBytes, archives: AnalysedFile[]) {
  const head = await blockOf(file, 0, HEAD_BYTES);
  if (isZip(head)) {
    yield* zippedFiles(file, onBytes, archives);
    return;
  }
  const all = blocksOf(file, onBytes);
  yield { name: file.name, parts: isGzip(head) ? explained(unpackedFile(all, gunzip)) : all };
}

export interface BlobFiles {
  files: AsyncIterable<UsageFile>;
  /** What in archives was not read; complete once the last file was. */
  archives: AnalysedFile[];
}

/** One file after the other; none is held in memory. */
export function blobFiles(given: readonly File[], onBytes: OnBytes): BlobFiles {
  const archives: AnalysedFile[] = [];
  async function* each(): AsyncGenerator<UsageFile> {
    for (const file of given) yield* filesIn(file, onBytes, archives);
  }
  return { files: each(), archives };
}
