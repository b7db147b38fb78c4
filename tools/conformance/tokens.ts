// Token vectors: exact counts per encoding.
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

export function replayTokens(file: VectorFile): Replay {
  const all = (file.vectors ?? file.cases ?? []) as TokenVector[];
  const checks = all.flatMap((vector) =>
    encodingsOf(vector).map((encoding) => checkOf(vector, encoding)),
  );
  return { checks, tolerance: 0, skipped: [] };
}
