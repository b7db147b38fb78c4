// Every kind of vector file we can replay: one line each.
import { replayTracker } from './ai-impact-tracker.ts';
import { replayClaudeCarbon } from './claude-carbon.ts';
import { replayCo2js } from './co2js.ts';
import { replayCodecarbon } from './codecarbon.ts';
import { replayEcologits } from './ecologits-estimator.ts';
import { replayEpoch } from './epoch.ts';
import { replayJegham } from './jegham.ts';
import { replayLlmcarbon } from './llmcarbon.ts';
import type { MakeReplay, VectorFile } from './replay.ts';
import { replaySci } from './sci.ts';
import { replayTokens } from './tokens.ts';

export const KINDS: Record<string, MakeReplay> = {
  'ai-impact-tracker': replayTracker,
  'claude-carbon per-token profile': replayClaudeCarbon,
  'co2js-data-transfer': replayCo2js,
  codecarbon: replayCodecarbon,
  'ecologits-estimator': replayEcologits,
  'epoch-ai-flop': replayEpoch,
  'gsf-sci': replaySci,
  'jegham-2505.09598': replayJegham,
  llmcarbon: replayLlmcarbon,
  tokens: replayTokens,
};

/** Token vectors are recognised by their `vectors`, all others by their `kind`. */
export function kindOf(file: VectorFile): string {
  return file.kind ?? (file.vectors === undefined ? 'none' : 'tokens');
}
