/** Which files of an archive tell of use. */
import type { ZipEntry } from './zip-directory.ts';

const CONVERSATIONS = /^conversations[^/]*\.json$/i;
const KNOWN_ENDING = /^[^.].*\.(json|jsonl|ndjson|csv|yaml|yml)$/i;
const ARCHIVE = /\.(zip|gz|tgz|tar|bz2|xz|zst|7z|rar)$/i;

export type NotReadReason = 'not_of_use' | 'nested_archive' | 'duplicate_name';

export interface ChosenEntries {
  chosen: ZipEntry[];
  /** The others, with their place in the archive; the first is 1. */
  notRead: { reason: NotReadReason; place: number }[];
}

/** So many files were not read for the same reason; the first of them is at that place. */
export interface NotReadFiles {
  reason: NotReadReason;
  items: number;
  first: number;
}

export function notReadFiles({ notRead }: ChosenEntries): NotReadFiles[] {
  const found = new Map<NotReadReason, NotReadFiles>();
  for (const { reason, place } of notRead) {
    const files = found.get(reason) ?? { reason, items: 0, first: place };
    found.set(reason, { ...files, items: files.items + 1 });
  }
  return [...found.values()];
}

const lastPart = (name: string) => name.slice(name.lastIndexOf('/') + 1);
const isFolder = ({ name }: ZipEntry) => name.endsWith('/');

/**
 * Exports of chats hold conversations beside much else, of which only these are read. An archive
 * without any is one of logs and reports: everything with a known ending is read.
 */
export function chooseUsageEntries(entries: ZipEntry[]): ChosenEntries {
  const isExport = entries.some(({ name }) => CONVERSATIONS.test(lastPart(name)));
  const wanted = isExport ? CONVERSATIONS : KNOWN_ENDING;
  const names = new Set<string>();
  const out: ChosenEntries = { chosen: [], notRead: [] };
  entries.forEach((entry, index) => {
    if (isFolder(entry)) return;
    const place = index + 1;
    if (names.has(entry.name)) out.notRead.push({ reason: 'duplicate_name', place });
    else if (wanted.test(lastPart(entry.name))) out.chosen.push(entry);
    else if (ARCHIVE.test(entry.name)) out.notRead.push({ reason: 'nested_archive', place });
    else out.notRead.push({ reason: 'not_of_use', place });
    names.add(entry.name);
  });
  return out;
}

const LONGEST_SHOWN_NAME = 120;

/** A name from an archive, safe to print: no control characters, no changes of direction. */
export function shownName(name: string): string {
  const letters = [...name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\ufffd')];
  if (letters.length <= LONGEST_SHOWN_NAME) return letters.join('');
  return `${letters.slice(0, LONGEST_SHOWN_NAME).join('')}…`;
}
