import { GrammeError } from '../web/core/node.ts';
import { replaceFile, targetOf } from '../web/files/in-place.ts';

/** Puts a file in place as a whole: whoever reads it sees the old one or the new one. */
export async function writeAtomically(file: string, text: string): Promise<void> {
  try {
    await replaceFile(await targetOf(file), undefined, text);
  } catch (error) {
    throw new GrammeError('invalid_type', file, `not written: ${(error as Error).message}`);
  }
}
