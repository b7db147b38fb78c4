import type { BuildOptions } from 'esbuild';

/** Bundles the unpacked extension into dist/extension. */
export function bundleExtension(shared: BuildOptions): Promise<void>;

/** What esbuild puts in for the look of the in-page counter. */
export function lookTokens(): Promise<{ LOOK_TOKENS: string }>;

/** The sentences of a language, as the built extension has them. */
export function messagesOf(language: string): Record<string, { message: string }>;
