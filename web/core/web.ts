import { createGramme, type Gramme } from './gramme.ts';

export type * from './contracts.ts';
export { GrammeError } from './error.ts';
export type { Gramme } from './gramme.ts';
export type * from './hardware-contracts.ts';
export type * from './measurement-contracts.ts';
export type * from './place-contracts.ts';
export type * from './token-contracts.ts';

/** Options of the browser loader. */
export interface LoadOptions {
  /** Address of gramme.wasm; beside this module by default. */
  wasm?: URL | string | undefined;
  /** Address of the folder with the vocabularies; beside this module by default. */
  vocabularies?: URL | string | undefined;
}

async function fetchBytes(address: URL | string): Promise<ArrayBuffer> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.arrayBuffer();
}

/** Starts the core in a page, worker or service worker. */
export async function loadGramme(options: LoadOptions = {}): Promise<Gramme> {
  const wasm = options.wasm ?? new URL('./gramme.wasm', import.meta.url);
  return createGramme({
    async instantiate(imports) {
      // Read whole instead of streamed: works with any content type a static host sends.
      return WebAssembly.instantiate(await fetchBytes(wasm), imports);
    },
    async readVocabulary(file) {
      const base = options.vocabularies ?? new URL('./vocabulary/', import.meta.url);
      const absolute = new URL(base, globalThis.location?.href);
      return new Uint8Array(await fetchBytes(new URL(file, absolute)));
    },
  });
}
