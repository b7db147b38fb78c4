/** The core of the page: one for all elements that name the same files. */
import type { Gramme } from '../core/gramme-contracts.ts';
import { loaded, MeterFault } from './fault.ts';
import type { MeterProperties } from './meter-contracts.ts';

export type Addresses = Pick<MeterProperties, 'wasm' | 'vocabularies'>;

const cores = new Map<string, Promise<Gramme>>();

/** The smallest module there is: nothing but its magic word and version. */
const EMPTY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** Whether the page's policy, or the browser, allows WebAssembly; told before anything is loaded. */
function forbiddenBy(): string | null {
  try {
    new WebAssembly.Module(EMPTY_MODULE);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const asFolder = (address: string) => (address.endsWith('/') ? address : `${address}/`);

async function start({ wasm, vocabularies }: Addresses): Promise<Gramme> {
  const reason = forbiddenBy();
  if (reason !== null) throw new MeterFault('wasm_forbidden', reason);
  const { loadGramme } = await import('../core/web.ts');
  return loadGramme({
    ...(wasm ? { wasm } : {}),
    ...(vocabularies ? { vocabularies: asFolder(vocabularies) } : {}),
  });
}

/** Started on first use; tried again where that failed. */
export function coreOf(addresses: Addresses): Promise<Gramme> {
  const key = JSON.stringify([addresses.wasm, addresses.vocabularies]);
  const known = cores.get(key);
  if (known !== undefined) return known;
  const starting = loaded(start(addresses));
  cores.set(key, starting);
  starting.catch(() => cores.delete(key));
  return starting;
}
