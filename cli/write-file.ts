import { open, rename, rm } from 'node:fs/promises';
import { GrammeError } from '../web/core/node.ts';

/** Puts a file in place as a whole: whoever reads it sees the old one or the new one. */
export async function writeAtomically(file: string, text: string): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw new GrammeError('invalid_type', file, `not written: ${(error as Error).message}`);
  }
}
