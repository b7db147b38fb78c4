import { readFileSync } from 'node:fs';
import { transform } from 'esbuild';
import { inRoot } from '../setup/paths.mjs';

/** The look for shadow roots, which no stylesheet of a page reaches. */
export async function lookTokens() {
  const css = readFileSync(inRoot('web/look/tokens.css'), 'utf8');
  const { code } = await transform(css, { loader: 'css', minify: true });
  return { LOOK_TOKENS: JSON.stringify(code) };
}
