import type { Gramme } from '../../web/core/gramme-contracts.ts';
import { loadGramme } from '../../web/core/web.ts';
import { withEstimates } from './estimated-count.ts';

/** Starts the core from the extension's own files. */
export async function loadOwnCore(): Promise<Gramme> {
  const gramme = await loadGramme({
    wasm: chrome.runtime.getURL('gramme.wasm'),
    vocabularies: chrome.runtime.getURL('vocabulary/'),
  });
  return withEstimates(gramme);
}
