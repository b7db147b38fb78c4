/** A folder as one zip: the same bytes wherever and whenever it is made. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type ZipOptions, type Zippable, zipSync } from 'fflate';

/** The first day a zip can tell, at noon by the clock that a zip is written by: the local one. */
const FIXED_DATE = new Date(1980, 0, 1, 12);

/** Nothing of the file system: what it says differs from machine to machine. */
const entryOptions: ZipOptions = { level: 9, mtime: FIXED_DATE, os: 0, attrs: 0 };

/** Paths of all files below a folder, with slashes, in a fixed order. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

/** A zip of every file in the folder. */
export function zipFolder(folder: string): Uint8Array {
  const entries: Zippable = {};
  for (const path of filesIn(folder)) {
    entries[path] = [readFileSync(join(folder, path)), entryOptions];
  }
  return zipSync(entries);
}
