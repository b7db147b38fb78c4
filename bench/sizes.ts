import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, deflateRawSync } from 'node:zlib';
import { atMost, format, type Line, shown } from './line.ts';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const BYTES_PER_KILOBYTE = 1000;
const WASM_GOAL_KILOBYTES = 350;
const WASM_BROTLI_GOAL_KILOBYTES = 110;
/** A zip archive's headers: each file's own and its line in the directory, then the end. */
const ZIP_FILE_BYTES = 30 + 46;
const ZIP_END_BYTES = 22;

const kilobytes = (bytes: number) => bytes / BYTES_PER_KILOBYTE;

function readDist(name: string): Buffer {
  return readFileSync(`${dist}${name}`);
}

function sizeLine(what: string, name: string): Line {
  const bytes = readDist(name);
  const brotli = brotliCompressSync(bytes);
  return shown(
    what,
    `${format(kilobytes(bytes.length))} kB, brotli ${format(kilobytes(brotli.length))} kB`,
  );
}

function zippedBytes(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  const sizes = files
    .filter((file) => file.isFile())
    .map((file) => {
      const path = `${file.parentPath}/${file.name}`;
      const headers = ZIP_FILE_BYTES + 2 * (path.length - folder.length);
      return headers + deflateRawSync(readFileSync(path), { level: 9 }).length;
    });
  return sizes.reduce((sum, size) => sum + size, ZIP_END_BYTES);
}

/** What is shipped, in kilobytes of 1000 bytes. */
export function measureSizes(): Line[] {
  const wasm = readDist('gramme.wasm');
  const brotli = brotliCompressSync(wasm).length;
  return [
    atMost('gramme.wasm', kilobytes(wasm.length), WASM_GOAL_KILOBYTES, 'kB'),
    atMost('gramme.wasm, brotli', kilobytes(brotli), WASM_BROTLI_GOAL_KILOBYTES, 'kB'),
    sizeLine('web.mjs (loader and glue)', 'web.mjs'),
    sizeLine('content.js', 'extension/content.js'),
    sizeLine('background.js', 'extension/background.js'),
    sizeLine('popup.js', 'extension/popup.js'),
    sizeLine('o200k_base.gvoc', 'vocabulary/o200k_base.gvoc'),
    sizeLine('cl100k_base.gvoc', 'vocabulary/cl100k_base.gvoc'),
    shown('extension, zipped', `${format(kilobytes(zippedBytes(`${dist}extension`)))} kB`),
  ];
}
