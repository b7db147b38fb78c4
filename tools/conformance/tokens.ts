// Token vectors: exact counts per encoding, and ids where they are given.
import type { Check, Replay, VectorFile } from './replay.ts';

interface TokenVector {
  id: string;
  text?: string;
  /** Original UTF-16 units, where they hold lone surrogates. */
  utf16?: number[];
  /** Unit, how often, tail. */
  repeat?: [string, number, string];
  [encoding: string]: unknown;
}

/** Numbers of a vector that are no counts. */
const OTHER_NUMBERS = ['bytes'];

function textOf(vector: TokenVector): string {
  if (vector.utf16 !== undefined) return String.fromCharCode(...vector.utf16);
  if (vector.repeat === undefined) return vector.text ?? '';
  const [unit, count, tail] = vector.repeat;
  return unit.repeat(count) + tail;
}

/** The encodings that the vector has counts of. */
function encodingsOf(vector: TokenVector): string[] {
  return Object.keys(vector).filter(
    (key) => typeof vector[key] === 'number' && !OTHER_NUMBERS.includes(key),
  );
}

function checkOf(vector: TokenVector, encoding: string): Check {
  const expected = vector[encoding] as number;
  return {
    name: `${vector.id} ${encoding}`,
    request: { call: 'count', request: { encoding }, text: textOf(vector) },
    isErrorExpected: false,
    pairs: (answer) => [
      { name: 'tokens', actual: (answer as { tokens: number }).tokens, expected },
    ],
  };
}

const IDS = '_ids';

/** The vector's name of an encoding: `o200k` stands for `o200k_base`. */
const ENCODING_NAMES: Record<string, string> = { o200k: 'o200k_base', cl100k: 'cl100k_base' };

/** How many ids agree; as many as there are only if all do. */
function agreement(ids: number[], expected: number[]): number {
  if (ids.length !== expected.length) return Number.NaN;
  return ids.filter((id, at) => id === expected[at]).length;
}

function idsCheckOf(vector: TokenVector, key: string): Check {
  const expected = vector[key] as number[];
  const name = key.slice(0, -IDS.length);
  const encoding = ENCODING_NAMES[name] ?? name;
  return {
    name: `${vector.id} ${encoding} ids`,
    request: { call: 'encode', request: { encoding }, text: textOf(vector) },
    isErrorExpected: false,
    pairs: (answer) => [
      {
        name: 'ids',
        actual: agreement((answer as { ids: number[] }).ids, expected),
        expected: expected.length,
      },
    ],
  };
}

export function replayTokens(file: VectorFile): Replay {
  const all = (file.vectors ?? file.cases ?? []) as TokenVector[];
  const checks = all.flatMap((vector) => [
    ...encodingsOf(vector).map((encoding) => checkOf(vector, encoding)),
    ...Object.keys(vector)
      .filter((key) => key.endsWith(IDS))
      .map((key) => idsCheckOf(vector, key)),
  ]);
  return { checks, tolerance: 0, skipped: [] };
}
