import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { appFolder } from '../bundle/app.mjs';

const BYTES_PER_KILOBYTE = 1000;

/** What servers send of the app's files, each as brotli packs it; a file asked for twice counts once. */
export function brotliKilobytes(requests: readonly string[]): number {
  const paths = new Set(requests.map((address) => new URL(address).pathname));
  return [...paths]
    .map((path) => `${appFolder}${path === '/' ? '/index.html' : path}`)
    .map((file) => brotliCompressSync(readFileSync(file)).length / BYTES_PER_KILOBYTE)
    .reduce((sum, size) => sum + size, 0);
}
