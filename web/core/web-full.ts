import { createFullGramme } from './full-gramme.ts';
import type { FullGramme, FullLoadOptions } from './gramme-contracts.ts';
import { type LoadOptions as WebLoadOptions, webSources } from './web-sources.ts';

export * from './exports.ts';

export interface LoadOptions extends WebLoadOptions, FullLoadOptions {}

/** Starts the core with its tools in a page, worker or service worker. */
export async function loadGramme(options: LoadOptions = {}): Promise<FullGramme> {
  const wasm = options.wasm ?? new URL('./gramme-full.wasm', import.meta.url);
  const vocabularies = options.vocabularies ?? new URL('./vocabulary/', import.meta.url);
  return createFullGramme(webSources(wasm, vocabularies), options);
}
