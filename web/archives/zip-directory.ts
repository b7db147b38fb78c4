/** The files of a zip archive, as its directory lists them. */
import { type ArchiveBytes, readWhole, wideNumber } from './archive-bytes.ts';
import { ArchiveFault } from './fault.ts';
import { findDirectory } from './zip-end.ts';

const ENTRY_MARK = 0x02014b50;
const ENTRY_BYTES = 46;
const HEADER_BYTES = 30;
const ENCRYPTED_FLAG = 1;
const WIDE_FIELD = 1;
const ELSEWHERE_32 = 0xffffffff;

/** Some hundred thousand files: more than any export has. */
const MOST_DIRECTORY_BYTES = 64 << 20;

export interface ZipEntry {
  /** As the archive has it: to be shown, never to be opened. */
  name: string;
  isEncrypted: boolean;
  /** 0: as it is; 8: deflated. */
  method: number;
  crc32: number;
  packedBytes: number;
  unpackedBytes: number;
  /** Where its header begins. */
  start: number;
}

/** What a file may have said besides: where the record of wide numbers (zip64) begins. */
function findWideField(view: DataView, from: number, end: number): number | undefined {
  for (let at = from; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === WIDE_FIELD) return at + 4;
  }
  return undefined;
}

/** The sizes and the place of a file; those that do not fit stand in the wide record, in this order. */
function placesOf(view: DataView, at: number): [number, number, number] {
  const narrow = [24, 20, 42].map((offset) => view.getUint32(at + offset, true));
  const extraAt = at + ENTRY_BYTES + view.getUint16(at + 28, true);
  const extraEnd = extraAt + view.getUint16(at + 30, true);
  let wideAt = findWideField(view, extraAt, extraEnd);
  const [unpacked = 0, packed = 0, start = 0] = narrow.map((value) => {
    if (value !== ELSEWHERE_32 || wideAt === undefined) return value;
    if (wideAt + 8 > extraEnd) throw new ArchiveFault('', 'this archive is damaged');
    wideAt += 8;
    return wideNumber(view, wideAt - 8);
  });
  return [unpacked, packed, start];
}

function readEntry(view: DataView, at: number): { entry: ZipEntry; end: number } {
  if (at + ENTRY_BYTES > view.byteLength || view.getUint32(at, true) !== ENTRY_MARK) {
    throw new ArchiveFault('', 'this archive is damaged: its directory ends too early');
  }
  const nameBytes = view.getUint16(at + 28, true);
  const end =
    at + ENTRY_BYTES + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (end > view.byteLength) {
    throw new ArchiveFault('', 'this archive is damaged: its directory ends too early');
  }
  const name = new TextDecoder().decode(new Uint8Array(view.buffer, at + ENTRY_BYTES, nameBytes));
  const [unpackedBytes, packedBytes, start] = placesOf(view, at);
  const isEncrypted = (view.getUint16(at + 8, true) & ENCRYPTED_FLAG) !== 0;
  const method = view.getUint16(at + 10, true);
  const crc32 = view.getUint32(at + 16, true);
  return { entry: { name, isEncrypted, method, crc32, packedBytes, unpackedBytes, start }, end };
}

/** Files that share bytes make little bytes unpack to endless ones. */
function refuseOverlaps(entries: ZipEntry[], directoryStart: number): void {
  const byPlace = [...entries].sort((a, b) => a.start - b.start);
  byPlace.forEach(({ name, start, packedBytes }, index) => {
    const next = byPlace[index + 1]?.start ?? directoryStart;
    if (start + HEADER_BYTES + packedBytes > next) {
      throw new ArchiveFault(name, 'this archive is damaged: its files overlap');
    }
  });
}

/** Throws ArchiveFault for what is cut off, damaged or no zip archive. */
export async function readZipDirectory(bytes: ArchiveBytes): Promise<ZipEntry[]> {
  const place = await findDirectory(bytes);
  if (place.end - place.start > MOST_DIRECTORY_BYTES) {
    throw new ArchiveFault('', 'this archive has too many files: its directory is over 64 MiB');
  }
  const view = await readWhole(bytes, place.start, place.end);
  const entries: ZipEntry[] = [];
  for (let at = 0; entries.length < place.entries; ) {
    const { entry, end } = readEntry(view, at);
    entries.push(entry);
    at = end;
  }
  refuseOverlaps(entries, place.start);
  return entries;
}
