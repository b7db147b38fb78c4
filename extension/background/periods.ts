import type { Period, PeriodKind } from '../../web/core/contracts.ts';
import { GrammeError } from '../../web/core/error.ts';
import type { Gramme } from '../../web/core/gramme-contracts.ts';
import { type Area, dateOf, periodKey } from './storage.ts';

export const PERIOD_KINDS: PeriodKind[] = ['day', 'month', 'year'];

/** The period of that kind that a day lies in. */
export interface PeriodName {
  kind: PeriodKind;
  day: string;
}

/** What cannot be read is put aside, never deleted; counting goes on and the popup says so. */
async function quarantine(area: Area, key: string, bad: unknown): Promise<void> {
  await area.set({ [`quarantine:${key}:${Date.now()}`]: bad, quarantined: true });
  await area.remove([key]);
}

/**
 * A stored period, or null when there is none. A damaged one is put aside and counts as none.
 * Call it in turn with everything else that changes storage.
 */
export async function readPeriod(
  gramme: Gramme,
  area: Area,
  { kind, day }: PeriodName,
): Promise<Period | null> {
  const date = dateOf(kind, day);
  const key = periodKey(kind, date);
  const stored = (await area.get([key]))[key];
  if (stored === undefined) return null;
  try {
    return gramme.rollUp({ range: kind, date, parts: [stored as Period] });
  } catch (error) {
    if (!(error instanceof GrammeError)) throw error;
    await quarantine(area, key, stored);
    return null;
  }
}

/** The period, or one without exchanges. */
export async function readOrEmpty(gramme: Gramme, area: Area, name: PeriodName): Promise<Period> {
  const stored = await readPeriod(gramme, area, name);
  const date = dateOf(name.kind, name.day);
  return stored ?? gramme.rollUp({ range: name.kind, date, parts: [] });
}
