import { constants } from 'node:fs';
import { copyFile, open, readdir, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const HEAD_BYTES = 65536;

/** The beginning and the end of a file, which say how something is added to it. */
export interface FileEnds {
  head: string;
  /** Whether its last line was never ended. */
  isLineOpen: boolean;
  bytes: number;
}

export const NO_FILE: FileEnds = { head: '', isLineOpen: false, bytes: 0 };

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** The file itself where the name is a link; the name where nothing is there yet. */
export async function targetOf(file: string): Promise<string> {
  try {
    return await realpath(file);
  } catch (error) {
    if (isMissing(error)) return file;
    throw error;
  }
}

export async function endsOf(file: string): Promise<FileEnds> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (handle === undefined) return NO_FILE;
  try {
    const { size: bytes } = await handle.stat();
    const head = Buffer.alloc(Math.min(bytes, HEAD_BYTES));
    await handle.read(head, 0, head.length, 0);
    const last = Buffer.alloc(1);
    if (bytes > 0) await handle.read(last, 0, 1, bytes - 1);
    return { head: head.toString('utf8'), isLineOpen: bytes > 0 && last[0] !== 0x0a, bytes };
  } finally {
    await handle.close();
  }
}

const temporaryOf = (file: string): string =>
  join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);

/** What processes have left that were killed while they held the lock. */
async function removeLeft(file: string): Promise<void> {
  const left = new RegExp(`^\\.${basename(file).replace(/[^\w]/g, '\\$&')}\\.\\d+\\.tmp$`);
  const names = await readdir(dirname(file));
  for (const name of names.filter((name) => left.test(name))) {
    await rm(join(dirname(file), name), { force: true });
  }
}

async function syncFolder(file: string): Promise<void> {
  const folder = await open(dirname(file), 'r').catch(() => undefined);
  await folder?.sync().catch(() => {});
  await folder?.close();
}

/**
 * Puts `text` behind what `before` has, as a whole: until the last step the file is the one it was,
 * and after it the new one. `before` is the file itself, or nothing for a file that begins anew.
 */
export async function replaceFile(
  file: string,
  before: string | undefined,
  text: string,
): Promise<void> {
  const temporary = temporaryOf(file);
  try {
    if (before !== undefined) await copyFile(before, temporary, constants.COPYFILE_FICLONE);
    const handle = await open(temporary, before === undefined ? 'wx' : 'a');
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
    await syncFolder(file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** The same, for those who hold the file's lock. */
export async function putInPlace(
  file: string,
  before: string | undefined,
  text: string,
): Promise<void> {
  await removeLeft(file);
  await replaceFile(file, before, text);
}

/** Keeps a copy beside the file under the first number that is free. */
export async function keepAside(file: string): Promise<string> {
  for (let number = 1; ; number++) {
    const aside = `${file}.${number}.bak`;
    try {
      await copyFile(file, aside, constants.COPYFILE_EXCL);
      return aside;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue;
      // Half a copy is worth nothing.
      await rm(aside, { force: true });
      throw error;
    }
  }
}
