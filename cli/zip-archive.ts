import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { ArchiveBytes } from '../web/archives/archive-bytes.ts';
import { ArchiveFault } from '../web/archives/fault.ts';
import { type ChosenEntries, notReadFiles, shownName } from '../web/archives/usage-entries.ts';
import { listUsageEntries, unpackEntry } from '../web/archives/zip-files.ts';
import { type AnalysedFile, GrammeError } from '../web/core/node.ts';
import { explained, gunzip } from './gunzip.ts';
import { sizeOf } from './input.ts';
import { counted, type LargeFile } from './large-files.ts';
import type { Progress } from './progress.ts';

const BLOCK_BYTES = 1 << 20;

async function bytesOf(file: string, progress: Progress): Promise<ArchiveBytes> {
  return {
    byteLength: await sizeOf(file),
    read: (start, end) =>
      counted(
        createReadStream(file, { start, end: end - 1, highWaterMark: BLOCK_BYTES }),
        progress,
      ),
  };
}

/** What in an archive was not read, as a file's line in the analysis. */
function notReadOf(name: string, listed: ChosenEntries): AnalysedFile[] {
  const skipped = notReadFiles(listed);
  return skipped.length === 0 ? [] : [{ name, kind: 'archive', requests: 0, skipped }];
}

async function list(name: string, bytes: ArchiveBytes): Promise<ChosenEntries> {
  try {
    return await listUsageEntries(bytes);
  } catch (error) {
    if (!(error instanceof ArchiveFault)) throw error;
    const path = error.entry === '' ? name : `${name}: ${shownName(error.entry)}`;
    throw new GrammeError('archive_unreadable', path, error.message);
  }
}

/** The files in a zip archive that tell of use, one after the other; puts what is left out into `archives`. */
export async function* zippedFiles(
  file: string,
  progress: Progress,
  archives: AnalysedFile[],
): AsyncGenerator<LargeFile> {
  const name = basename(file);
  const bytes = await bytesOf(file, progress);
  const listed = await list(name, bytes);
  archives.push(...notReadOf(name, listed));
  for (const entry of listed.chosen) {
    const parts = explained(unpackEntry(bytes, entry, gunzip));
    yield { name: `${name}: ${shownName(entry.name)}`, parts };
  }
}
