import { ArchiveFault } from './fault.ts';

/** Bytes that can be read from any place on: a file on disk, or one that a page was given. */
export interface ArchiveBytes {
  byteLength: number;
  /** From `start` up to, not including, `end`, which is larger, in parts of any size. */
  read(start: number, end: number): AsyncIterable<Uint8Array>;
}

/** A few of them at once. */
export async function readWhole(
  bytes: ArchiveBytes,
  start: number,
  end: number,
): Promise<DataView> {
  if (start < 0 || end > bytes.byteLength || start > end) {
    throw new ArchiveFault('', 'this archive is damaged: it refers to bytes that it does not have');
  }
  const whole = new Uint8Array(end - start);
  if (whole.length === 0) return new DataView(whole.buffer);
  let filled = 0;
  for await (const part of bytes.read(start, end)) {
    whole.set(part.subarray(0, whole.length - filled), filled);
    filled += Math.min(part.length, whole.length - filled);
  }
  if (filled < whole.length) throw new ArchiveFault('', 'this archive is cut off');
  return new DataView(whole.buffer);
}

/** A number of eight bytes; no archive has so many bytes that it would not fit. */
export function wideNumber(view: DataView, at: number): number {
  const value = Number(view.getBigUint64(at, true));
  if (!Number.isSafeInteger(value)) throw new ArchiveFault('', 'this archive is damaged');
  return value;
}
