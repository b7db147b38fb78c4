// Compares Gramme with npm tiktoken on random texts: one share of a run of fuzz:tokens.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { loadGramme, type Tokenizer } from '../../../web/core/node.ts';
import { shown, shrink } from './shrink.ts';
import { newRandom, randomCuts, randomText } from './strings.ts';

/** What one worker is to do. */
export interface Share {
  strings: number;
  seed: number;
  encodings: string[];
}

export interface Difference {
  encoding: string;
  kind: string;
  text: string;
}

export interface ShareResult {
  strings: number;
  characters: number;
  differences: number;
  first: Difference[];
}

interface Reference {
  encode_ordinary(text: string): Uint32Array;
}

const root = new URL('../../../', import.meta.url);
const peer = createRequire(fileURLToPath(new URL('bench/peers/package.json', root)));
const { get_encoding } = peer('tiktoken') as { get_encoding(name: string): Reference };
const SHOWN = 5;

/** One way to count that must agree with the reference. */
interface Check {
  kind: string;
  agrees(text: string): boolean;
}

function isSame(ids: ArrayLike<number>, expected: Uint32Array): boolean {
  return ids.length === expected.length && expected.every((id, index) => id === ids[index]);
}

function streamed(tokenizer: Tokenizer, parts: string[]): number {
  const stream = tokenizer.openStream();
  for (const part of parts) stream.append(part);
  const tokens = stream.finish();
  stream.close();
  return tokens as number;
}

function checksOf(tokenizer: Tokenizer, reference: Reference): Check[] {
  return [
    {
      kind: 'count',
      agrees: (text) => tokenizer.count(text) === reference.encode_ordinary(text).length,
    },
    {
      kind: 'ids',
      agrees: (text) => isSame(tokenizer.encode(text), reference.encode_ordinary(text)),
    },
    {
      kind: 'stream',
      // The same text is cut in the same places, so that a shrunk text fails again.
      agrees: (text) =>
        streamed(tokenizer, randomCuts(newRandom(text.length), text)) === tokenizer.count(text),
    },
  ];
}

export async function runShare({ strings, seed, encodings }: Share): Promise<ShareResult> {
  const gramme = await loadGramme({ folder: new URL('dist/', root) });
  const checks: [string, Check][] = [];
  for (const encoding of encodings) {
    const tokenizer = await gramme.tokenizer({ encoding });
    for (const check of checksOf(tokenizer, get_encoding(encoding))) checks.push([encoding, check]);
  }
  const random = newRandom(seed);
  const result: ShareResult = { strings, characters: 0, differences: 0, first: [] };
  for (let count = 0; count < strings; count++) {
    const text = randomText(random);
    result.characters += text.length;
    for (const [encoding, { kind, agrees }] of checks) {
      if (agrees(text)) continue;
      result.differences += 1;
      if (result.first.length >= SHOWN) continue;
      const smallest = shrink(text, (shorter) => !agrees(shorter));
      result.first.push({ encoding, kind, text: shown(smallest) });
    }
  }
  return result;
}

process.on('message', (share: Share) => {
  runShare(share).then((result) => process.send?.(result, () => process.exit()));
});
