/** What the worker holds: everything else lies in storage, as it may be stopped at any moment. */
import type { Gramme } from '../../web/core/gramme-contracts.ts';
import { loadOwnCore } from '../shared/own-core.ts';
import { checkLedger } from './check.ts';
import type { Ledger } from './kept.ts';
import { migrate } from './migrate.ts';
import { browserMirror } from './mirror.ts';
import { browserArea, newQueue } from './storage.ts';

/** One queue for everything that reads, changes and writes storage. */
export const inTurn = newQueue();

export const local = browserArea(chrome.storage.local);
export const session = browserArea(chrome.storage.session);

let loading: Promise<Gramme> | null = null;

/** The worker's own core, started on first use. */
export function engine(): Promise<Gramme> {
  loading ??= loadOwnCore().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

/** Random texts of this installation. */
export interface Identity {
  /** Hashes that are kept mean nothing elsewhere. */
  salt: string;
  /** Whose part of a day is written here. */
  device: string;
}

async function readIdentity(): Promise<Identity> {
  const { salt, device } = await local.get(['salt', 'device']);
  const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
  const identity = {
    salt: isText(salt) ? salt : crypto.randomUUID(),
    device: isText(device) ? device : crypto.randomUUID(),
  };
  if (identity.salt !== salt || identity.device !== device) await local.set({ ...identity });
  return identity;
}

const mirror = browserMirror();
let opening: Promise<OpenLedger> | null = null;

export interface OpenLedger extends Ledger, Identity {}

async function open(): Promise<OpenLedger> {
  const gramme = await engine();
  return inTurn(async () => {
    const identity = await readIdentity();
    const compared = new Set<string>();
    const ledger = { gramme, area: local, mirror, compared, now: () => Date.now(), ...identity };
    await migrate(ledger, identity.device);
    return ledger;
  });
}

/** The ledger, in today's form. */
export function openLedger(): Promise<OpenLedger> {
  opening ??= open().catch((error: unknown) => {
    opening = null;
    throw error;
  });
  return opening;
}

/** Runs with the ledger when it is this task's turn. */
export async function withLedger<T>(task: (ledger: OpenLedger) => Promise<T>): Promise<T> {
  const ledger = await openLedger();
  return inTurn(() => task(ledger));
}

/** Looks everything over, a month at a time. */
export async function checkAll(): Promise<void> {
  await checkLedger(await openLedger(), inTurn);
}

/** Everything is forgotten, also who we are. */
export async function eraseAll(): Promise<void> {
  await withLedger(async ({ area }) => {
    // The copy first: it would bring back what was erased.
    await mirror.clear();
    await area.clear();
    await session.clear();
    opening = null;
  });
}
