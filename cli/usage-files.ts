/** Files of use as they come: plain, packed with gzip, or in zip archives. */
import type { AnalysedFile } from '../web/core/node.ts';
import { begin } from './file-head.ts';
import { explained, unpackedFile } from './gunzip.ts';
import { counted, type LargeFile, openFile } from './large-files.ts';
import type { Progress } from './progress.ts';
import { zippedFiles } from './zip-archive.ts';

const GZIP_MARK = Uint8Array.of(0x1f, 0x8b);
const ZIP_MARKS = [Uint8Array.of(0x50, 0x4b, 3, 4), Uint8Array.of(0x50, 0x4b, 5, 6)];

const beginsWith = (head: Uint8Array, mark: Uint8Array) =>
  mark.every((byte, index) => head[index] === byte);

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
  if (file !== '-' && ZIP_MARKS.some((mark) => beginsWith(begun.head, mark))) {
    await begun.close();
    yield* zippedFiles(file, progress, archives);
    return;
  }
  const all = counted(begun.parts, progress);
  const isPacked = beginsWith(begun.head, GZIP_MARK);
  yield { name, parts: isPacked ? explained(unpackedFile(all)) : all };
}

/** One file after the other; none is held in memory. */
export function usageFiles(files: string[], progress: Progress): UsageFiles {
  const archives: AnalysedFile[] = [];
  async function* each() {
    for (const file of files) yield* filesOf(file, progress, archives);
  }
  return { files: each(), archives };
}
