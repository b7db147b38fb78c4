import type { GrammeSources } from './sources.ts';

/** Options of the browser loaders. */
export interface LoadOptions {
  /** Address of the module's .wasm file; beside this module by default. */
  wasm?: URL | string | undefined;
  /** Address of the folder with the vocabularies; beside this module by default. */
  vocabularies?: URL | string | undefined;
}

async function fetchBytes(address: URL | string): Promise<ArrayBuffer> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.arrayBuffer();
}

/** Reads the core and vocabularies from where they are served. */
export function webSources(wasm: URL | string, vocabularies: URL | string): GrammeSources {
  return {
    async instantiate(imports) {
      // Read whole instead of streamed: works with any content type a static host sends.
      return WebAssembly.instantiate(await fetchBytes(wasm), imports);
    },
    async readVocabulary(file) {
      const absolute = new URL(vocabularies, globalThis.location?.href);
      return new Uint8Array(await fetchBytes(new URL(file, absolute)));
    },
  };
}
