import { inRoot } from '../setup/paths.mjs';

/** Where the WASM build leaves its modules. */
const wasm = inRoot('build/wasm/src/wasm');

/** What every bundle shares: how the WASM build's glues are imported. */
export const shared = {
  bundle: true,
  minify: true,
  legalComments: 'none',
  target: 'es2022',
  logLevel: 'warning',
  alias: { '#glue': `${wasm}/gramme.mjs`, '#glue-full': `${wasm}/gramme-full.mjs` },
};
