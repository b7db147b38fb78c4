import { type IDBPDatabase, openDB } from 'idb';

/**
 * A second copy of what must not be lost, in another store of the browser. It follows each write;
 * what is damaged or missing in the first store is taken from here. A mirror that fails never
 * stops counting.
 */
export interface Mirror {
  read(key: string): Promise<unknown>;
  write(items: Record<string, unknown>): Promise<void>;
  keys(): Promise<string[]>;
  clear(): Promise<void>;
}

const DATABASE = 'gramme-snapshot';
const STORE = 'records';

function openStore(): Promise<IDBPDatabase> {
  return openDB(DATABASE, 1, {
    upgrade(database) {
      database.createObjectStore(STORE);
    },
  });
}

/** The mirror in IndexedDB. */
export function browserMirror(): Mirror {
  let opening: Promise<IDBPDatabase> | null = null;
  const using = async <T>(work: (database: IDBPDatabase) => Promise<T>, otherwise: T) => {
    try {
      opening ??= openStore();
      return await work(await opening);
    } catch {
      opening = null;
      return otherwise;
    }
  };
  return {
    read: (key) => using<unknown>((database) => database.get(STORE, key), undefined),
    keys: () =>
      using(async (database) => (await database.getAllKeys(STORE)).filter(isText), [] as string[]),
    write: (items) =>
      using(async (database) => {
        const writing = database.transaction(STORE, 'readwrite', { durability: 'strict' });
        for (const [key, value] of Object.entries(items)) void writing.store.put(value, key);
        await writing.done;
      }, undefined),
    clear: () => using((database) => database.clear(STORE), undefined),
  };
}

const isText = (key: IDBValidKey): key is string => typeof key === 'string';
