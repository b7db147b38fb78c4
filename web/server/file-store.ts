import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { GrammeError } from '../core/node.ts';
import { keepAside, putInPlace } from '../files/in-place.ts';
import { withLock } from '../files/lock.ts';
import type { BudgetStore } from './store.ts';

const FILE = 'gramme-budget.json';
/** What the core reads of a document at most. */
const LARGEST_BYTES = 16 << 20;

export interface FileStoreOptions {
  /** Is told when a damaged file was put aside; by default a warning of the process. */
  tell?: (message: string) => void;
}

interface Read {
  /** Another one for each file that was ever put in place. */
  version: string;
  /** Null: there is no file. */
  text: string | null;
  isTooLarge: boolean;
}

const NOTHING: Read = { version: '', text: null, isTooLarge: false };

const hasCode = (error: unknown, code: string): boolean =>
  (error as { code?: unknown } | null)?.code === code;

/** The file, unless it is the one that was read before. */
async function readNew(file: string, before: Read): Promise<Read> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw new GrammeError('invalid_type', file, `not read: ${(error as Error).message}`);
  });
  if (handle === undefined) return NOTHING;
  try {
    const { ino, size, mtimeNs } = await handle.stat({ bigint: true });
    const version = `${ino} ${size} ${mtimeNs}`;
    if (version === before.version) return before;
    const isTooLarge = size > LARGEST_BYTES;
    return { version, isTooLarge, text: isTooLarge ? '' : await handle.readFile('utf8') };
  } finally {
    await handle.close();
  }
}

function changed(read: Read, change: (text: string | null) => string | null): string | null {
  if (read.isTooLarge) throw new GrammeError('damaged_record', FILE, 'it is over 16 MiB');
  return change(read.text);
}

/** The change of a file; of a damaged one that of nothing, after the file was put aside. */
async function changeOrPutAside(
  file: string,
  change: (text: string | null) => string | null,
  tell: (message: string) => void,
): Promise<void> {
  const read = await readNew(file, NOTHING);
  let next: string | null;
  try {
    next = changed(read, change);
  } catch (error) {
    if (!hasCode(error, 'damaged_record')) throw error;
    const aside = await keepAside(file);
    await rm(file);
    tell(`${file} was damaged (${(error as Error).message}); it is kept as ${aside}`);
    next = change(null);
  }
  if (next !== null && next !== read.text) await putInPlace(file, undefined, next);
}

/**
 * Keeps what was used in one file of a folder, which any number of processes may share. Killed at
 * any moment, the file is the earlier or the later one, whole.
 */
export function fileStore(folder: string, { tell }: FileStoreOptions = {}): BudgetStore {
  const file = join(folder, FILE);
  const told = tell ?? ((message: string) => process.emitWarning(message));
  let last = NOTHING;
  return {
    async read() {
      last = await readNew(file, last);
      return last.text;
    },
    async update(change) {
      try {
        await mkdir(folder, { recursive: true });
        await withLock(file, () => changeOrPutAside(file, change, told));
      } catch (error) {
        if (error instanceof GrammeError) throw error;
        throw new GrammeError('invalid_type', file, `not written: ${(error as Error).message}`);
      }
    },
  };
}
