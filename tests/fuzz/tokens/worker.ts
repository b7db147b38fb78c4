// Compares Gramme with npm tiktoken on random texts: one share of a run of fuzz:tokens.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { newRandom } from '../../../bench/random.ts';
import { type Gramme, loadGramme } from '../../../web/core/node.ts';
import type { Tokenizer } from '../../../web/core/token-contracts.ts';
import { shown, shrink } from './shrink.ts';
import { randomCuts, randomText } from './strings.ts';

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
/** Of the parts of a stream: before these the end is cut off, after those the count is asked for. */
const REPLACED_SHARE = 0.05;
const ASKED_SHARE = 0.2;

function isSame(ids: readonly number[], expected: Uint32Array): boolean {
  return ids.length === expected.length && expected.every((id, index) => id === ids[index]);
}

/**
 * Whether a stream counts as one count of its text does, whatever is asked in between. The same text
 * is cut and changed in the same places, so that a shrunk text fails again.
 */
function isStreamed(tokenizer: Tokenizer, text: string): boolean {
  const random = newRandom(text.length);
  const stream = tokenizer.openStream();
  let sofar = '';
  let agrees = true;
  for (const part of randomCuts(random, text)) {
    const draw = random();
    const kept = draw < REPLACED_SHARE ? Math.floor(random() * sofar.length) : sofar.length;
    if (kept < sofar.length) stream.replaceFrom(kept, part);
    else stream.append(part);
    sofar = sofar.slice(0, kept) + part;
    if (draw > 1 - ASKED_SHARE) agrees &&= stream.tokens() === tokenizer.count(sofar);
  }
  agrees &&= stream.finish() === tokenizer.count(sofar);
  stream.close();
  return agrees;
}

/** Names what differs from the reference, or nothing. */
type Probe = (text: string) => Promise<string | null>;

async function probeOf(gramme: Gramme, encoding: string): Promise<Probe> {
  const tokenizer = await gramme.tokenizer({ encoding });
  const reference = get_encoding(encoding);
  return async (text) => {
    const expected = reference.encode_ordinary(text);
    if (tokenizer.count(text) !== expected.length) return 'count';
    const { ids } = await gramme.encode(text, { encoding });
    if (!isSame(ids, expected)) return 'ids';
    return isStreamed(tokenizer, text) ? null : 'stream';
  };
}

async function describe(encoding: string, probe: Probe, text: string): Promise<Difference> {
  const smallest = await shrink(text, async (shorter) => (await probe(shorter)) !== null);
  const kind = (await probe(smallest)) ?? 'only once';
  return { encoding, kind, text: shown(smallest) };
}

export async function runShare({ strings, seed, encodings }: Share): Promise<ShareResult> {
  const gramme = await loadGramme({ folder: new URL('dist/', root) });
  const probes: [string, Probe][] = [];
  for (const encoding of encodings) probes.push([encoding, await probeOf(gramme, encoding)]);
  const random = newRandom(seed);
  const result: ShareResult = { strings, characters: 0, differences: 0, first: [] };
  for (let count = 0; count < strings; count++) {
    const text = randomText(random);
    result.characters += text.length;
    for (const [encoding, probe] of probes) {
      if ((await probe(text)) === null) continue;
      result.differences += 1;
      if (result.first.length < SHOWN) result.first.push(await describe(encoding, probe, text));
    }
  }
  return result;
}

process.on('message', (share: Share) => {
  runShare(share).then((result) => process.send?.(result, () => process.exit()));
});
