/** What esbuild puts in for the look of what stands in a shadow root. */
export function lookTokens(): Promise<{ LOOK_TOKENS: string }>;
