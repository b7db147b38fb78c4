import { readFileSync } from 'node:fs';

/** The text of a small file of the system; nothing where it cannot be read. */
export function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
