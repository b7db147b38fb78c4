import { link, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const LONGEST_WAIT_MILLISECONDS = 10_000;
const PAUSE_MILLISECONDS = 20;
/** A lock of another machine, whose processes cannot be asked for, is given up after that. */
const OLD_MILLISECONDS = 60_000;

const hasCode = (error: unknown, code: string): boolean =>
  (error as NodeJS.ErrnoException).code === code;

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

async function isLeft(lock: string, content: string): Promise<boolean> {
  const [pid = '', host = ''] = content.split(' ');
  if (host === hostname()) return !isRunning(Number(pid));
  return Date.now() - (await stat(lock)).mtimeMs > OLD_MILLISECONDS;
}

/** Takes a lock away that a killed process has left; gives it back if it was a fresh one. */
async function removeIfLeft(lock: string): Promise<void> {
  try {
    const content = await readFile(lock, 'utf8');
    if (!(await isLeft(lock, content))) return;
    const aside = `${lock}.${process.pid}`;
    await rename(lock, aside);
    if ((await readFile(aside, 'utf8')) !== content) await link(aside, lock);
    await rm(aside, { force: true });
  } catch (error) {
    if (!hasCode(error, 'ENOENT') && !hasCode(error, 'EEXIST')) throw error;
  }
}

/** Whole from the first moment: another name for a file that is there already. */
async function place(own: string, lock: string, content: string): Promise<void> {
  await writeFile(own, content);
  try {
    await link(own, lock);
  } catch (error) {
    if (hasCode(error, 'EEXIST')) throw error;
    // Not every file system knows second names.
    await writeFile(lock, content, { flag: 'wx' });
  } finally {
    await rm(own, { force: true });
  }
}

async function tryToTake(lock: string): Promise<boolean> {
  try {
    await place(`${lock}.${process.pid}`, lock, `${process.pid} ${hostname()}`);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Names that processes have left that were killed while they tried to take the lock. */
async function removeLeftNames(lock: string): Promise<void> {
  const start = `${basename(lock)}.`;
  for (const name of await readdir(dirname(lock))) {
    const pid = name.startsWith(start) ? name.slice(start.length) : '';
    if (/^\d+$/.test(pid) && !isRunning(Number(pid)))
      await rm(join(dirname(lock), name), { force: true });
  }
}

/** Works on a file alone among all that take the same lock. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const lock = `${file}.lock`;
  const end = Date.now() + LONGEST_WAIT_MILLISECONDS;
  while (!(await tryToTake(lock))) {
    if (Date.now() > end) throw new Error(`${lock} is held by another process`);
    await removeIfLeft(lock);
    await sleep(PAUSE_MILLISECONDS);
  }
  try {
    await removeLeftNames(lock);
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}
