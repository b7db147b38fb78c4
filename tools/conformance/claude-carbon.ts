// Vectors of the claude-carbon profile: grams per kind of token. Prices are not ours to compute.
import { DEFAULT_TOLERANCE, formulaCheck } from './formula.ts';
import type { Check, Replay, VectorFile } from './replay.ts';

interface ClaudeCarbonCase {
  id: string;
  model: string;
  input_tokens: number;
  cache_creation_tokens: number;
  cache_read_tokens: number;
  output_tokens: number;
  expected_co2_grams: number;
}

function checkOf(entry: ClaudeCarbonCase): Check {
  return formulaCheck(
    entry.id,
    {
      method: 'per-token',
      profile: 'claude-carbon',
      inputs: {
        model: entry.model,
        inputTokens: entry.input_tokens,
        cacheWriteTokens: entry.cache_creation_tokens,
        cacheReadTokens: entry.cache_read_tokens,
        outputTokens: entry.output_tokens,
      },
    },
    { gramsCo2e: entry.expected_co2_grams },
  );
}

export function replayClaudeCarbon(file: VectorFile): Replay {
  const cases = (file.cases ?? []) as ClaudeCarbonCase[];
  return {
    checks: cases.map(checkOf),
    tolerance: file.tolerance ?? DEFAULT_TOLERANCE,
    skipped: [],
  };
}
