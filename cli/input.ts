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

export async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch {
    throw new GrammeError('invalid_type', file, 'this file cannot be read');
  }
}

async function readNamedFile(file: string): Promise<Uint8Array> {
  const size = await sizeOf(file);
  if (size > LARGEST_FILE_BYTES) throw new GrammeError('too_large', file, 'over 64 MiB');
  return readFile(file);
}

/** The bytes of a file, or of standard input for "-" or nothing. */
export function readBytes(file: string | undefined): Promise<Uint8Array> {
  return file === undefined || file === '-' ? readStandardInput() : readNamedFile(file);
}

/** The same as text. */
export async function readText(file: string | undefined): Promise<string> {
  return new TextDecoder().decode(await readBytes(file));
}

/** The lines of a file or of standard input, one at a time, so that size does not matter. */
export async function readLines(file: string | undefined): Promise<Interface> {
  const isStandardInput = file === undefined || file === '-';
  if (!isStandardInput) await sizeOf(file);
  const input = isStandardInput ? process.stdin : createReadStream(file);
  return createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
}
