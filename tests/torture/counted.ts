/** What became of the answers that were told: nothing may be lost, nothing counted twice. */
import { storedPeriods } from '../../tools/pages/stored-periods.ts';
import { loadGramme } from '../../web/core/node.ts';

const DATE = '2026-03-29';
export const gramme = await loadGramme({ folder: new URL('../../dist/', import.meta.url) });

export interface Outcome {
  told: number;
  /** Told answers that the ledger does not know. */
  lost: number;
  /** Requests beyond one for each answer. */
  duplicated: number;
}

/** Requests of a stored day, month or year; the core refuses what was altered. */
export function requestsIn(storage: Record<string, unknown>, date: string): number {
  const isAsked = ([key]: [string, unknown]) =>
    /^(day|month|year):/.test(key) && key.endsWith(`:${date}`);
  const asked = Object.fromEntries(Object.entries(storage).filter(isAsked));
  return storedPeriods(gramme, asked)[0]?.stats.requests ?? 0;
}

/** Compares the day's sums, and its memory of ids, with what was told. */
export function outcomeOf(storage: Record<string, unknown>, ids: readonly string[]): Outcome {
  const seen = new Set((storage[`seen:${DATE}`] ?? []) as string[]);
  const requests = requestsIn(storage, DATE);
  const lost = ids.filter((id) => !seen.has(id)).length;
  const elsewhere = ['2026-03', '2026'].map((date) => requestsIn(storage, date) - requests);
  const isEven = elsewhere.every((difference) => difference === 0);
  const duplicated = isEven ? requests - (ids.length - lost) : Number.NaN;
  return { told: ids.length, lost, duplicated };
}
