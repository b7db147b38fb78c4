/** Tokens of an answer as its provider reported them (docs/data.md#usageof); null was not told. */
export interface TokenUsage {
  /** Read for the first time: what a cache held is apart. */
  inputTokens: number | null;
  cachedInputTokens: number | null;
  /** Reasoning is a part of it. */
  outputTokens: number | null;
  reasoningTokens: number | null;
}
