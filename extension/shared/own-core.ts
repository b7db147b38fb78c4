import type { Gramme } from '../../web/core/gramme-contracts.ts';
import { loadGramme } from '../../web/core/web.ts';

/** Starts the core from the extension's own files, in the background or in a tab. */
export function loadOwnCore(): Promise<Gramme> {
  return loadGramme({
    wasm: chrome.runtime.getURL('gramme.wasm'),
    vocabularies: chrome.runtime.getURL('vocabulary/'),
  });
}
