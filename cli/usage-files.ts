/** Files of use as they come: plain, packed with gzip, or in zip archives. */
import { unpackedFile } from '../web/archives/gzip-file.ts';
import { isGzip, isZip } from '../web/archives/marks.ts';
import type { AnalysedFile } from '../web/core/node.ts';
import { begin } from './file-head.ts';
import { explained, gunzip } from './gunzip.ts';
import { counted, type LargeFile, openFile } from './large-files.ts';
import type { Progress } from './progress.ts';
import { zippedFiles } from './zip-archive.ts';

export interface UsageFiles {
  files: AsyncIterable<LargeFile>;
  /** What in archives was not read; complete once the last file was. */
  archives: AnalysedFile[];
}

async function* filesOf(
  file: string,
  progress: Progress,
  archives: AnalysedFile[],
): AsyncGenerator<LargeFile> {
  const { name, parts } = openFile(file);
  const begun = await begin(parts);
  // The directory of a zip archive stands at its end: what comes from a pipe has to be unpacked first.
  if (file !== '-' && isZip(begun.head)) {
    await begun.close();
    yield* zippedFiles(file, progress, archives);
    return;
  }
  const all = counted(begun.parts, progress);
  yield { name, parts: isGzip(begun.head) ? explained(unpackedFile(all, gunzip)) : all };
}

/** One file after the other; none is held in memory. */
export function usageFiles(files: string[], progress: Progress): UsageFiles {
  const archives: AnalysedFile[] = [];
  async function* each() {
    for (const file of files) yield* filesOf(file, progress, archives);
  }
  return { files: each(), archives };
}
