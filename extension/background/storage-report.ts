import type { StorageReport } from '../shared/answers.ts';
import { COPIED_AT, isAsideKey, type Ledger } from './kept.ts';
import { datesIn } from './storage.ts';

/** How much is kept, and what of it is damaged. */
export async function reportStorage(ledger: Ledger, quotaBytes: number): Promise<StorageReport> {
  const copied = await ledger.mirror.keys();
  const keys = await ledger.area.keys().catch(() => copied);
  const days = datesIn(keys, 'day');
  const copiedAt = await ledger.mirror.read(COPIED_AT);
  return {
    usedBytes: await ledger.area.bytesInUse(),
    quotaBytes,
    days: days.length,
    firstDate: days[0] ?? null,
    lastDate: days.at(-1) ?? null,
    snapshotRecords: datesIn(copied, 'day').length,
    snapshotAt: typeof copiedAt === 'number' ? copiedAt : null,
    putAside: keys.filter(isAsideKey),
  };
}
