// What users download, with limits: the figures of `npm run size`.
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { inRoot } from '../setup/paths.mjs';
import type { NpmPackage } from './npm-package.ts';

export interface Size {
  what: string;
  bytes: number;
  mostBytes: number;
}

/** Files of dist/, compressed as servers send them, and what they may come to. */
const DOWNLOADS = [
  { what: 'web.mjs, brotli', file: 'web.mjs', mostBytes: 8_600 },
  { what: 'web-full.mjs, brotli', file: 'web-full.mjs', mostBytes: 12_400 },
  { what: 'widget.mjs, brotli', file: 'widget.mjs', mostBytes: 12_000 },
  { what: 'gramme.wasm, brotli', file: 'gramme.wasm', mostBytes: 208_000 },
  { what: 'gramme-full.wasm, brotli', file: 'gramme-full.wasm', mostBytes: 414_000 },
  {
    what: 'o200k_base.gvoc, brotli',
    file: 'vocabulary/o200k_base.gvoc',
    mostBytes: 762_000,
  },
];

/** Limits lie about a tenth above what was measured when they were set. */
const MOST_PACKED_BYTES = 4_200_000;
const MOST_UNPACKED_BYTES = 6_000_000;

const IMPORT = /(?:from|import)\s*["']\.\/([\w.-]+)["']/g;

/** A module and the files beside it that it imports at once: all that comes with it. */
function withImports(file: string): string[] {
  const files = new Set<string>();
  const visit = (name: string) => {
    if (files.has(name)) return;
    files.add(name);
    if (!name.endsWith('.mjs')) return;
    for (const [, next = ''] of readFileSync(inRoot('dist', name), 'utf8').matchAll(IMPORT)) {
      visit(next);
    }
  };
  visit(file);
  return [...files];
}

function brotliBytes(file: string): number {
  return withImports(file)
    .map((name) => brotliCompressSync(readFileSync(inRoot('dist', name))).length)
    .reduce((sum, bytes) => sum + bytes, 0);
}

export function sizesOf({ packedBytes, unpackedBytes }: NpmPackage): Size[] {
  return [
    { what: 'package, packed', bytes: packedBytes, mostBytes: MOST_PACKED_BYTES },
    { what: 'package, unpacked', bytes: unpackedBytes, mostBytes: MOST_UNPACKED_BYTES },
    ...DOWNLOADS.map(({ what, file, mostBytes }) => ({
      what,
      bytes: brotliBytes(file),
      mostBytes,
    })),
  ];
}

export const isTooLarge = ({ bytes, mostBytes }: Size) => bytes > mostBytes;

export function describeSize(size: Size): string {
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  const judgement = isTooLarge(size) ? '  TOO LARGE' : '';
  const measured = kilobytes(size.bytes).padStart(10);
  return `${size.what.padEnd(26)}${measured} of ${kilobytes(size.mostBytes).padStart(9)}${judgement}`;
}
