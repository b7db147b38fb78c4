import type { BuildOptions } from 'esbuild';

/** Bundles the unpacked extension into dist/extension. */
export function bundleExtension(shared: BuildOptions): Promise<void>;

/** The sentences of a language, as the built extension has them. */
export function messagesOf(language: string): Record<string, { message: string }>;
