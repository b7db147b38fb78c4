/** Whether answers are refused for want of room; noted in session storage, which they do not fill. */
import type { StorageNotice } from '../shared/answers.ts';
import { session } from './state.ts';

const FULL = 'full';

async function isFull(): Promise<boolean> {
  return (await session.get([FULL]))[FULL] === true;
}

/** Does something that writes, and notes whether there was room for it. */
export async function notingRoom<T>(work: () => Promise<T>): Promise<T> {
  try {
    const done = await work();
    if (await isFull()) await session.remove([FULL]);
    return done;
  } catch (error) {
    const isRefused = error instanceof Error && error.message === 'storage_full';
    if (isRefused) await session.set({ [FULL]: true });
    throw error;
  }
}

/** What the user is told while there is no room. */
export async function roomNotices(): Promise<StorageNotice[]> {
  return (await isFull()) ? [{ kind: 'full', count: 1 }] : [];
}
