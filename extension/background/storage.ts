import type { PeriodKind } from '../../web/core/contracts.ts';

/** Key of a period, such as "day:2026-01-15". */
export function periodKey(kind: PeriodKind, date: string): string {
  return `${kind}:${date}`;
}

/** The part of a day's date that names its month or year. */
export function dateOf(kind: PeriodKind, day: string): string {
  const lengths = { day: 10, month: 7, year: 4 };
  return day.slice(0, lengths[kind]);
}

/** Dates of the keys of one kind of period, in order of time. */
export function datesIn(keys: readonly string[], kind: PeriodKind): string[] {
  const start = `${kind}:`;
  return keys
    .filter((key) => key.startsWith(start))
    .map((key) => key.slice(start.length))
    .sort();
}

/** The parts of chrome.storage this project uses, so that tests can hand in their own. */
export interface Area {
  get(keys: string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
  clear(): Promise<void>;
  keys(): Promise<string[]>;
  bytesInUse(): Promise<number>;
}

type KeyedArea = chrome.storage.StorageArea & { getKeys?(): Promise<string[]> };

/** An area of the browser's storage. */
export function browserArea(area: KeyedArea): Area {
  return {
    get: (keys) => area.get(keys),
    set: (items) => area.set(items),
    remove: (keys) => area.remove(keys),
    clear: () => area.clear(),
    // Chrome 130 and later; before, all values have to be read for their keys.
    keys: async () => (await area.getKeys?.()) ?? Object.keys(await area.get(null)),
    bytesInUse: () => area.getBytesInUse(null),
  };
}

/** Runs tasks one after another: reading, changing and writing must not interleave. */
export function newQueue(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const next = last.then(task, task);
    last = next.catch(() => undefined);
    return next;
  };
}
