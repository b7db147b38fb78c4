/** The script of each tokenizer: what a page would import, and the runner around it. */
const runner = `import { measure } from './run.ts';`;
const exported = 'export const run = (request) => measure(load, request);';

export const entries: Record<string, string> = {
  gramme: `${runner}
import { loadGramme } from '../../../dist/web.mjs';
async function load() {
  const wasm = new URL('/dist/gramme.wasm', location.origin);
  const vocabularies = new URL('/dist/vocabulary/', location.origin);
  const gramme = await loadGramme({ wasm, vocabularies });
  const tokenizer = await gramme.tokenizer({ encoding: 'o200k_base' });
  return (text) => tokenizer.count(text);
}
${exported}`,
  'gpt-tokenizer': `${runner}
import { countTokens } from '../../peers/node_modules/gpt-tokenizer/esm/encoding/o200k_base.js';
const options = { disallowedSpecial: new Set() };
const load = async () => (text) => countTokens(text, options);
${exported}`,
  tiktoken: `${runner}
import { init, Tiktoken } from '../../peers/node_modules/tiktoken/lite/init.js';
const folder = '/peers/node_modules/tiktoken/';
async function load() {
  const code = await (await fetch(folder + 'lite/tiktoken_bg.wasm')).arrayBuffer();
  await init((imports) => WebAssembly.instantiate(code, imports));
  const data = await (await fetch(folder + 'encoders/o200k_base.json')).json();
  const tokenizer = new Tiktoken(data.bpe_ranks, data.special_tokens, data.pat_str);
  return (text) => tokenizer.encode_ordinary(text).length;
}
${exported}`,
};
