/** The core, compiled by other threads while this one loads the command. */
import { readFileSync } from 'node:fs';

let compiled: Promise<WebAssembly.Module> | undefined;

/** Begins to compile when it is first asked for. */
export function compiledCore(): Promise<WebAssembly.Module> {
  // Read at once: the command has nothing else to do before this.
  compiled ??= WebAssembly.compile(readFileSync(new URL('gramme-full.wasm', import.meta.url)));
  return compiled;
}
