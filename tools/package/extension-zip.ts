/** What is handed to the store: the zip of dist/extension. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../setup/paths.mjs';
import { zipFolder } from './zip.ts';

/** With its vocabulary; what is larger is too much to ask of people. */
export const MOST_ZIP_BYTES = 1_500_000;

export const extensionFolder = inRoot('dist/extension');

export interface ExtensionZip {
  file: string;
  bytes: Uint8Array;
  sha256: string;
}

/** The zip of what was bundled last. Throws when nothing was. */
export function zipExtension(): ExtensionZip {
  const manifest = join(extensionFolder, 'manifest.json');
  if (!existsSync(manifest)) throw new Error('dist/extension is missing: npm run build');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const bytes = zipFolder(extensionFolder);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { file: inRoot(`build/gramme-extension-${version}.zip`), bytes, sha256 };
}

/** Size, share of the limit and hash, as they are printed. */
export function describeZip({ bytes, sha256 }: ExtensionZip): string {
  const share = (bytes.length / MOST_ZIP_BYTES).toFixed(3);
  return `${bytes.length} bytes (${share} of ${MOST_ZIP_BYTES}), SHA-256 ${sha256}`;
}
