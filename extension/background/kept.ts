/** Records that must not be lost: read with a check, restored from the mirror, or put aside. */
import * as v from 'valibot';
import type { Gramme } from '../../web/core/gramme-contracts.ts';
import type { StorageNotice } from '../shared/answers.ts';
import type { Mirror } from './mirror.ts';
import type { Area } from './storage.ts';

/** What everything that keeps works with; tests hand in their own. */
export interface Ledger {
  gramme: Gramme;
  area: Area;
  mirror: Mirror;
  /** Dates of days that this worker has compared with their copy. */
  compared: Set<string>;
  now(): number;
}

const NOTICES = 'notices';
const ASIDE = 'quarantine:';
/** Stands in a record's place when the browser could not read it at all. */
const UNREADABLE = { unreadable: true };

const noticesSchema = v.fallback(
  v.object({ restored: v.fallback(v.number(), 0), put_aside: v.fallback(v.number(), 0) }),
  { restored: 0, put_aside: 0 },
);

export const isAsideKey = (key: string): boolean => key.startsWith(ASIDE);

/** Items by key. One that cannot be read costs only itself. */
export async function readItems(area: Area, keys: string[]): Promise<Record<string, unknown>> {
  try {
    return await area.get(keys);
  } catch {
    const each = keys.map(async (key) => area.get([key]).catch(() => ({ [key]: UNREADABLE })));
    return Object.assign({}, ...(await Promise.all(each)));
  }
}

async function readNotices(area: Area) {
  return v.parse(noticesSchema, (await readItems(area, [NOTICES]))[NOTICES]);
}

/** What the user has not yet been told of, or not yet put away. */
export async function noticesOf(area: Area): Promise<StorageNotice[]> {
  const { restored, put_aside } = await readNotices(area);
  const notices: StorageNotice[] = [
    { kind: 'restored', count: restored },
    { kind: 'put_aside', count: put_aside },
  ];
  return notices.filter(({ count }) => count > 0);
}

export async function dismissNotices(area: Area): Promise<void> {
  await area.remove([NOTICES]);
}

interface Damaged {
  key: string;
  bad: unknown;
  /** The last good copy; undefined when there is none. */
  good: unknown;
}

/** What cannot be read is put aside, never deleted, and the good copy takes its place. */
export async function repair({ area, now }: Ledger, { key, bad, good }: Damaged): Promise<void> {
  const notices = await readNotices(area);
  const kind = good === undefined ? 'put_aside' : 'restored';
  const aside = bad === undefined ? {} : { [`${ASIDE}${key}:${now()}`]: bad };
  const restored = good === undefined ? {} : { [key]: good };
  await area.set({ ...aside, ...restored, [NOTICES]: { ...notices, [kind]: notices[kind] + 1 } });
  if (good === undefined) await area.remove([key]);
}

/**
 * The record of that key when it is sound, else its last good copy, else undefined. Call it in turn
 * with everything else that changes storage.
 */
export async function readKept(
  ledger: Ledger,
  key: string,
  isSound: (value: unknown) => boolean,
): Promise<unknown> {
  const stored = (await readItems(ledger.area, [key]))[key];
  if (stored !== undefined && isSound(stored)) return stored;
  const copy = await ledger.mirror.read(key);
  const good = copy !== undefined && isSound(copy) ? copy : undefined;
  if (stored === undefined && good === undefined) return undefined;
  await repair(ledger, { key, bad: stored, good });
  return good;
}

/** When the copy was last written: kept in the mirror itself. */
export const COPIED_AT = 'copiedAt';

/** The days among these items, as the last good copy. Never fails: it is a second one. */
export async function copyDays(
  { mirror, now }: Ledger,
  items: Record<string, unknown>,
): Promise<void> {
  const days = Object.entries(items).filter(([key]) => key.startsWith('day:'));
  await mirror.write({ ...Object.fromEntries(days), [COPIED_AT]: now() });
}

const isQuotaError = (error: unknown) => error instanceof Error && /quota/i.test(error.message);

/** Makes room by giving up what counting does not need; true when there was something. */
async function makeRoom(area: Area): Promise<boolean> {
  const spare = (await area.keys()).filter(isAsideKey);
  await area.remove(spare);
  return spare.length > 0;
}

/** Writes all items or none. Throws `storage_full` when there is no room for them. */
export async function writeKept(area: Area, items: Record<string, unknown>): Promise<void> {
  try {
    await area.set(items);
    return;
  } catch (error) {
    if (!isQuotaError(error)) throw error;
  }
  try {
    if (!(await makeRoom(area))) throw new Error('storage_full');
    await area.set(items);
  } catch (error) {
    throw isQuotaError(error) ? new Error('storage_full') : error;
  }
}
