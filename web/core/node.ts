import { readFile } from 'node:fs/promises';
import { createGramme, type Gramme } from './gramme.ts';

export type * from './contracts.ts';
export { GrammeError } from './error.ts';
export type { Gramme } from './gramme.ts';
export type * from './hardware-contracts.ts';
export type * from './measurement-contracts.ts';
export type * from './place-contracts.ts';
export type * from './token-contracts.ts';

/** Options of the Node loader. */
export interface LoadOptions {
  /** Folder that holds gramme.wasm and vocabulary/; the package's own by default. */
  folder?: URL | undefined;
}

/** Starts the core in Node: reads the WASM and, when needed, vocabularies beside this file. */
export async function loadGramme(options: LoadOptions = {}): Promise<Gramme> {
  const folder = options.folder ?? new URL('./', import.meta.url);
  return createGramme({
    async instantiate(imports) {
      return WebAssembly.instantiate(await readFile(new URL('gramme.wasm', folder)), imports);
    },
    readVocabulary: (file) => readFile(new URL(`vocabulary/${file}`, folder)),
  });
}
