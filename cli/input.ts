import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createInterface, type Interface } from 'node:readline';
import { GrammeError } from '../web/core/node.ts';

/** Texts are read whole up to this size; the core refuses larger ones anyway. */
const LARGEST_FILE_BYTES = 64 << 20;

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    size += (chunk as Buffer).length;
    if (size > LARGEST_FILE_BYTES) {
      throw new GrammeError('too_large', '-', 'standard input is over 64 MiB');
    }
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

async function readNamedFile(file: string): Promise<Uint8Array> {
  const size = await stat(file).then(
    (found) => found.size,
    () => {
      throw new GrammeError('invalid_type', file, 'this file cannot be read');
    },
  );
  if (size > LARGEST_FILE_BYTES) throw new GrammeError('too_large', file, 'over 64 MiB');
  return readFile(file);
}

/** The bytes of a file, or of standard input for "-" or nothing. */
export function readBytes(file: string | undefined): Promise<Uint8Array> {
  return file === undefined || file === '-' ? readStandardInput() : readNamedFile(file);
}

/** The lines of a file or of standard input, one at a time, so that size does not matter. */
export function readLines(file: string | undefined): Interface {
  const isStandardInput = file === undefined || file === '-';
  const input = isStandardInput ? process.stdin : createReadStream(file);
  return createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
}
