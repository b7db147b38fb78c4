/** Ids of the answers that were counted, by day: what is told again is known again. */
import { isAsideKey } from './kept.ts';
import type { Area } from './storage.ts';

const PREFIX = 'seen:';
/** More answers than anybody gets on a day. */
const MOST_IDS = 5000;
/** Answers are told again within minutes; a week also covers a computer that slept. */
const KEPT_DAYS = 8;

export const seenKey = (date: string): string => PREFIX + date;

export function readSeen(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
}

export function withSeen(ids: readonly string[], id: string): string[] {
  return [...ids, id].slice(-MOST_IDS);
}

/** Forgets the ids of all but the last days. */
export async function forgetSeen(area: Area): Promise<void> {
  const keys = (await area.keys()).filter((key) => key.startsWith(PREFIX) && !isAsideKey(key));
  await area.remove(keys.sort().slice(0, -KEPT_DAYS));
}
