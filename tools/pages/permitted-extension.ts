import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Manifest {
  host_permissions?: string[];
  optional_host_permissions?: string[];
}

/**
 * A copy of the extension that has the permission for every site from the start, because nobody
 * is there to answer Chrome's question. Nothing else differs.
 */
export function permittedCopy(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'gramme-permitted-'));
  cpSync(folder, copy, { recursive: true });
  const file = join(copy, 'manifest.json');
  const { optional_host_permissions: sites = [], ...rest } = JSON.parse(
    readFileSync(file, 'utf8'),
  ) as Manifest;
  writeFileSync(file, JSON.stringify({ ...rest, host_permissions: sites }));
  return copy;
}
