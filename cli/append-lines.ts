import { endsOf, putInPlace, targetOf } from '../web/files/in-place.ts';
import { withLock } from '../web/files/lock.ts';

/** Adds records to a file of JSON lines, as a whole; for callers that hold its lock. */
export async function appendLines(file: string, records: readonly object[]): Promise<void> {
  const { isLineOpen, bytes } = await endsOf(file);
  const lines = records.map((record) => `${JSON.stringify(record)}\n`).join('');
  await putInPlace(file, bytes === 0 ? undefined : file, `${isLineOpen ? '\n' : ''}${lines}`);
}

/** The same, alone among all that write the file this way. */
export async function appendLinesAlone(file: string, records: readonly object[]): Promise<void> {
  const target = await targetOf(file);
  await withLock(target, () => appendLines(target, records));
}
