import { GrammeError } from '../core/node.ts';
import type { DatedUse, ServiceState } from '../core/service-budget-contracts.ts';
import { type KeeperParts, openReader } from './state-reader.ts';

/** As many as the core adds at once. */
const MOST_WAITING = 10_000;

/** What was used, kept in a store. */
export interface Keeper {
  /** Resolves when the use is kept. Rejects when that failed: it is tried again with the next. */
  add(use: DatedUse): Promise<void>;
  /**
   * What a verdict on that day goes by: what is kept, and what waits, or waited when reading began.
   * A use may count twice for a moment, never not.
   */
  reckoned(date: string): Promise<ServiceState | null>;
  /** What a report of that day goes by: what is kept. */
  kept(date: string): Promise<ServiceState | null>;
  /**
   * When all that waits now was written, or could not be. A request that is judged after that is
   * judged on what other processes can see too.
   */
  settled(): Promise<void>;
  /** How many uses are not written yet. */
  waiting(): number;
  /** Writes what is waiting. */
  flush(): Promise<void>;
}

interface Waiting {
  use: DatedUse;
  ended: Promise<void>;
  resolve(): void;
  reject(error: unknown): void;
}

function waitingFor(use: DatedUse): Waiting {
  let resolve = () => {};
  let reject: Waiting['reject'] = () => {};
  const ended = new Promise<void>((keep, fail) => {
    resolve = keep;
    reject = fail;
  });
  return { use, ended, resolve, reject };
}

/** Uses that wait; they leave when the store has them. */
interface Queue {
  waiting: readonly Waiting[];
  add(use: DatedUse): Promise<void>;
  flush(): Promise<void>;
}

const usesOf = (waiting: readonly Waiting[]): DatedUse[] => waiting.map(({ use }) => use);

/** All that waits is written together; what comes meanwhile, together after that. */
function openQueue(write: (uses: readonly DatedUse[]) => Promise<void>): Queue {
  let writing: Promise<void> | undefined;
  async function writeAll(): Promise<void> {
    try {
      while (queue.waiting.length > 0) {
        const batch = queue.waiting;
        await write(usesOf(batch));
        queue.waiting = queue.waiting.slice(batch.length);
        for (const { resolve } of batch) resolve();
      }
    } catch (error) {
      for (const { reject } of queue.waiting) reject(error);
    } finally {
      writing = undefined;
    }
  }
  const start = () => {
    writing ??= Promise.resolve().then(writeAll);
    return writing;
  };
  const queue: Queue = {
    waiting: [],
    async add(use) {
      if (queue.waiting.length >= MOST_WAITING) {
        throw new GrammeError('too_large', '', `${MOST_WAITING} uses wait to be written`);
      }
      const entry = waitingFor(use);
      queue.waiting = [...queue.waiting, entry];
      void start();
      await entry.ended;
    },
    flush: start,
  };
  return queue;
}

export function openKeeper(parts: KeeperParts): Keeper {
  const reader = openReader(parts);
  const queue = openQueue((uses) => parts.store.update((text) => reader.addedText(text, uses)));
  const settled = async () => {
    await queue.waiting.at(-1)?.ended.catch(() => {});
  };
  return {
    add: queue.add,
    async reckoned(date) {
      const before = queue.waiting;
      const state = await reader.recent(date);
      const pending = new Set([...before, ...queue.waiting]);
      return pending.size === 0 ? state : reader.added(state, usesOf([...pending]));
    },
    async kept(date) {
      await settled();
      return reader.recent(date);
    },
    settled,
    waiting: () => queue.waiting.length,
    async flush() {
      await queue.flush();
      const left = queue.waiting.length;
      if (left > 0) throw new GrammeError('invalid_type', '', `${left} uses could not be written`);
    },
  };
}
