import { readFile } from 'node:fs/promises';
import { createFullGramme } from './full-gramme.ts';
import type { FullGramme, FullLoadOptions } from './gramme-contracts.ts';

export * from './exports.ts';

/** Options of the Node loader. */
export interface LoadOptions extends FullLoadOptions {
  /** Folder that holds gramme-full.wasm and vocabulary/; the package's own by default. */
  folder?: URL | undefined;
  /** A `WebAssembly.Module` of gramme-full.wasm that is being compiled already. */
  compiled?: Promise<object> | undefined;
}

/** Starts the full core in Node: reads the WASM and, when needed, vocabularies beside this file. */
export async function loadGramme(options: LoadOptions = {}): Promise<FullGramme> {
  const folder = options.folder ?? new URL('./', import.meta.url);
  const sources = {
    async instantiate(imports: WebAssembly.Imports) {
      const compiled = options.compiled as Promise<WebAssembly.Module> | undefined;
      const wasm = () => readFile(new URL('gramme-full.wasm', folder));
      const module = await (compiled ?? WebAssembly.compile(await wasm()));
      return { module, instance: await WebAssembly.instantiate(module, imports) };
    },
    readVocabulary: (file: string) => readFile(new URL(`vocabulary/${file}`, folder)),
  };
  return createFullGramme(sources, options);
}
