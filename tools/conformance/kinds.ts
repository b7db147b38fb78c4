// Every kind of vector file we can replay: one line each.
import { replayEcologits } from './ecologits-estimator.ts';
import type { MakeReplay, VectorFile } from './replay.ts';
import { replayTokens } from './tokens.ts';

export const KINDS: Record<string, MakeReplay> = {
  'ecologits-estimator': replayEcologits,
  tokens: replayTokens,
};

/** Token vectors are recognised by their `vectors`, all others by their `kind`. */
export function kindOf(file: VectorFile): string {
  return file.kind ?? (file.vectors === undefined ? 'none' : 'tokens');
}
