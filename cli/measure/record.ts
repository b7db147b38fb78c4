import { readFile } from 'node:fs/promises';
import {
  type EmissionsRow,
  type FullGramme,
  GrammeError,
  type LocalRun,
  type RunLabels,
} from '../../web/core/node.ts';
import {
  endsOf,
  type FileEnds,
  keepAside,
  NO_FILE,
  putInPlace,
  targetOf,
} from '../../web/files/in-place.ts';
import { withLock } from '../../web/files/lock.ts';
import { appendLines } from '../append-lines.ts';

/** Larger files are not carried over but kept aside: the core reads 16 MiB at once. */
const LARGEST_WIDENED_BYTES = 8 << 20;

export interface RunToRecord {
  gramme: FullGramme;
  run: LocalRun;
  labels: RunLabels;
  /** The side file's line. */
  record: object;
}

export function rowFor({ gramme, run, labels }: RunToRecord, ends: FileEnds): EmissionsRow {
  const file = { head: ends.head, isLineOpen: ends.isLineOpen };
  return gramme.call('emissionsRow', { run, labels, file }) as EmissionsRow;
}

/** The file with all columns; nothing where it cannot be read without a doubt. */
async function widened(gramme: FullGramme, file: string): Promise<string | undefined> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
    return gramme.call('widenEmissions', { text }) as string;
  } catch (error) {
    if (error instanceof GrammeError || error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Adds the run's row; what was done with the file besides, in words. */
async function addRow(run: RunToRecord, file: string): Promise<string[]> {
  const ends = await endsOf(file);
  const row = rowFor(run, ends);
  if (row.action === 'create' || row.action === 'append') {
    await putInPlace(file, row.action === 'append' ? file : undefined, row.text);
    return [];
  }
  const aside = await keepAside(file);
  const isSmall = row.action === 'widen' && ends.bytes <= LARGEST_WIDENED_BYTES;
  const wide = isSmall ? await widened(run.gramme, file) : undefined;
  await putInPlace(
    file,
    undefined,
    wide === undefined ? rowFor(run, NO_FILE).text : wide + row.text,
  );
  return [
    wide === undefined
      ? `${file} was no file of CodeCarbon's 38 columns: it is kept as ${aside}, a new one begins`
      : `${file} had fewer columns: its rows were carried over, the old file is kept as ${aside}`,
  ];
}

/** Beside `emissions.csv`: `emissions.jsonl`. */
export const sideFileOf = (file: string): string => `${file.replace(/\.csv$/i, '')}.jsonl`;

/** Adds a run to the CSV file and to its side file; what is to be told about it. */
export async function recordRun(file: string, run: RunToRecord): Promise<string[]> {
  const target = await targetOf(file);
  const side = await targetOf(sideFileOf(target));
  return withLock(target, async () => {
    const notes = await addRow(run, target);
    await appendLines(side, [run.record]);
    return notes;
  });
}
