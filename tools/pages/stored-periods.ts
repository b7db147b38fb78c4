import type { Period, PeriodKind, StoredDay } from '../../web/core/contracts.ts';
import type { Gramme } from '../../web/core/gramme-contracts.ts';

const KINDS: PeriodKind[] = ['day', 'month', 'year'];

/** Days, months and years among stored items, as they are shown; the core refuses altered ones. */
export function storedPeriods(gramme: Gramme, storage: Record<string, unknown>): Period[] {
  return KINDS.flatMap((range) =>
    Object.entries(storage)
      .filter(([key]) => key.startsWith(`${range}:`))
      .map(([key, stored]) => {
        const date = key.slice(range.length + 1);
        return gramme.rollUp({ range, date, parts: [stored as StoredDay] });
      }),
  );
}
