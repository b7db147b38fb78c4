import createGlue from '#glue';
import { startCore } from './gramme.ts';
import type { Gramme } from './gramme-contracts.ts';
import { type LoadOptions, webSources } from './web-sources.ts';

export * from './exports.ts';
export type { LoadOptions } from './web-sources.ts';

/** Starts the core in a page, worker or service worker. */
export async function loadGramme(options: LoadOptions = {}): Promise<Gramme> {
  const wasm = options.wasm ?? new URL('./gramme.wasm', import.meta.url);
  const vocabularies = options.vocabularies ?? new URL('./vocabulary/', import.meta.url);
  return (await startCore(createGlue, webSources(wasm, vocabularies))).gramme;
}
