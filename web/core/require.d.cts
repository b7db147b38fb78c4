import type * as gramme from './node.js' with { 'resolution-mode': 'import' };

export type * from './contracts.js' with { 'resolution-mode': 'import' };
export type { Gramme } from './gramme-contracts.js' with { 'resolution-mode': 'import' };
export type FullGramme = gramme.FullGramme;
export type LoadOptions = gramme.LoadOptions;
/** Failures have this shape; the class itself is an ES module's, so test `error.name`. */
export type GrammeError = gramme.GrammeError;

/** Starts the core in Node: reads the WASM and, when needed, vocabularies of the package. */
export declare function loadGramme(options?: LoadOptions): Promise<gramme.FullGramme>;
