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

/** The parts of chrome.storage this project uses, so that tests can hand in their own. */
export interface Area {
  get(keys: string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
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
