import type { InferOutput } from 'valibot';
import type { fingerprintSchema } from '../shared/exchange.ts';
import type { Area } from './storage.ts';

type Fingerprint = InferOutput<typeof fingerprintSchema>;

/** Answers older than this were left for good. */
const OLDEST_MS = 600_000;
const MOST_OPEN = 32;
const KEY = 'open';

async function readOpen(area: Area, now: number): Promise<Fingerprint[]> {
  const stored = (await area.get([KEY]))[KEY];
  const list = Array.isArray(stored) ? (stored as Fingerprint[]) : [];
  return list.filter((entry) => now - entry.savedAt < OLDEST_MS);
}

/** Keeps an open answer over a reload of its page: numbers and hashes only. */
export async function saveOpen(area: Area, fingerprint: Fingerprint, now: number): Promise<void> {
  const open = (await readOpen(area, now)).filter((entry) => entry.id !== fingerprint.id);
  await area.set({ [KEY]: [...open, fingerprint].slice(-MOST_OPEN) });
}

/** Removes and returns what was saved last for a conversation. */
export async function takeOpen(
  area: Area,
  conversation: string,
  now: number,
): Promise<Fingerprint | null> {
  const open = await readOpen(area, now);
  const found = open.filter((entry) => (entry.conversation ?? '') === conversation).at(-1);
  if (found === undefined) return null;
  await area.set({ [KEY]: open.filter((entry) => entry !== found) });
  return found;
}
