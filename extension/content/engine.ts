import type { TokenCount } from '../../web/core/contracts.ts';
import type { Gramme } from '../../web/core/gramme-contracts.ts';
import { loadOwnCore } from '../shared/own-core.ts';
import type { SiteId } from '../sites/records.ts';
import { countThroughPort } from './counting-port.ts';

/** What a text is counted for: a site, and the model's name as its page shows it. */
export interface SiteRequest {
  site: SiteId;
  model?: string;
}

/** Counts the tokens of a text; the text goes no further than the extension. */
export type CountText = (text: string, request: SiteRequest) => Promise<TokenCount>;

/** The shortest valid module: tells whether this page's policy lets WebAssembly run here. */
const EMPTY_MODULE = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);

async function isWasmAllowed(): Promise<boolean> {
  try {
    await WebAssembly.compile(EMPTY_MODULE);
    return true;
  } catch {
    return false;
  }
}

async function loadLocal(): Promise<Gramme | null> {
  if (!(await isWasmAllowed())) return null;
  try {
    return await loadOwnCore();
  } catch {
    return null;
  }
}

/**
 * An engine of this tab: its own WebAssembly where the page's policy allows it, else the
 * background's through a port. Nothing is loaded before the first answer.
 */
export function newEngine(): CountText {
  let loading: Promise<Gramme | null> | null = null;
  return async (text, request) => {
    loading ??= loadLocal();
    const local = await loading;
    if (local === null) return countThroughPort(text, request);
    // A vocabulary that cannot be read here may still be read in the background.
    return local.count(text, request).catch(() => countThroughPort(text, request));
  };
}
