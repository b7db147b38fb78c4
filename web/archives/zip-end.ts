/** Where a zip archive has its directory: what stands at its end says so. */
import { type ArchiveBytes, readWhole, wideNumber } from './archive-bytes.ts';
import { ArchiveFault } from './fault.ts';

const END_MARK = 0x06054b50;
const END_BYTES = 22;
const LONGEST_COMMENT_BYTES = 0xffff;
const LOCATOR_MARK = 0x07064b50;
const LOCATOR_BYTES = 20;
const WIDE_END_MARK = 0x06064b50;
const WIDE_END_BYTES = 56;

/** What a field holds whose number stands in the wide record (zip64) instead. */
const ELSEWHERE_16 = 0xffff;
const ELSEWHERE_32 = 0xffffffff;

export interface DirectoryPlace {
  start: number;
  end: number;
  entries: number;
}

/** The place of the end's record: its comment, which may be anything, reaches to the last byte. */
function findEnd(tail: DataView): number | undefined {
  for (let at = tail.byteLength - END_BYTES; at >= 0; at--) {
    if (tail.getUint32(at, true) !== END_MARK) continue;
    if (at + END_BYTES + tail.getUint16(at + 20, true) === tail.byteLength) return at;
  }
  return undefined;
}

async function wideEnd(bytes: ArchiveBytes, endAt: number): Promise<DirectoryPlace> {
  const locator = await readWhole(bytes, endAt - LOCATOR_BYTES, endAt);
  if (locator.getUint32(0, true) !== LOCATOR_MARK) {
    throw new ArchiveFault('', 'this archive is damaged: its zip64 record is missing');
  }
  const recordAt = wideNumber(locator, 8);
  const record = await readWhole(bytes, recordAt, recordAt + WIDE_END_BYTES);
  if (record.getUint32(0, true) !== WIDE_END_MARK) {
    throw new ArchiveFault('', 'this archive is damaged: its zip64 record is missing');
  }
  const start = wideNumber(record, 48);
  return { start, end: start + wideNumber(record, 40), entries: wideNumber(record, 32) };
}

export async function findDirectory(bytes: ArchiveBytes): Promise<DirectoryPlace> {
  const tailStart = Math.max(0, bytes.byteLength - END_BYTES - LONGEST_COMMENT_BYTES);
  const tail = await readWhole(bytes, tailStart, bytes.byteLength);
  const at = findEnd(tail);
  if (at === undefined) {
    throw new ArchiveFault('', 'this zip archive is cut off: its directory is missing');
  }
  const disk = tail.getUint16(at + 4, true);
  if (disk !== 0 && disk !== ELSEWHERE_16) {
    throw new ArchiveFault('', 'this is one part of a divided archive: put its parts together');
  }
  const entries = tail.getUint16(at + 10, true);
  const length = tail.getUint32(at + 12, true);
  const start = tail.getUint32(at + 16, true);
  const isWide = entries === ELSEWHERE_16 || length === ELSEWHERE_32 || start === ELSEWHERE_32;
  return isWide ? wideEnd(bytes, tailStart + at) : { start, end: start + length, entries };
}
