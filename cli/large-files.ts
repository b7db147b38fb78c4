import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { sizeOf } from './input.ts';
import { type Progress, startProgress } from './progress.ts';

const BLOCK_BYTES = 1 << 20;

/** A file of any size, read in parts; "-" is standard input. */
export interface LargeFile {
  name: string;
  parts: AsyncIterable<Uint8Array>;
}

/** The same parts, of which `progress` is told. */
export async function* counted(
  parts: AsyncIterable<Uint8Array>,
  progress: Progress,
): AsyncGenerator<Uint8Array> {
  for await (const part of parts) {
    progress.add(part.length);
    yield part;
  }
}

/** Looks that all files are there before the first is read, and tells how far reading has come. */
export async function startReading(what: string, files: string[]): Promise<Progress> {
  const named = files.filter((file) => file !== '-');
  const sizes = await Promise.all(named.map(sizeOf));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return startProgress(what, named.length === files.length ? total : undefined);
}

/** A file as it is. */
export function openFile(file: string): LargeFile {
  if (file === '-') return { name: '-', parts: process.stdin };
  return { name: basename(file), parts: createReadStream(file, { highWaterMark: BLOCK_BYTES }) };
}

/** One file after the other; none is held in memory. */
export function* largeFiles(files: string[], progress: Progress): Generator<LargeFile> {
  for (const file of files) {
    const { name, parts } = openFile(file);
    yield { name, parts: counted(parts, progress) };
  }
}
