// npm run package: dist/extension as the zip that is handed to the store. Builds nothing else.
import { mkdirSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { inRoot, root } from '../setup/paths.mjs';
import { describeZip, MOST_ZIP_BYTES, zipExtension } from './extension-zip.ts';

const zip = zipExtension();
mkdirSync(inRoot('build'), { recursive: true });
writeFileSync(zip.file, zip.bytes);
console.log(`${relative(root, zip.file)}: ${describeZip(zip)}`);
if (zip.bytes.length > MOST_ZIP_BYTES) {
  console.error('The zip is larger than the limit.');
  process.exitCode = 1;
}
