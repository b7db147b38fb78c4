import type { BuildOptions } from 'esbuild';

/** Where the built app lies. */
export const appFolder: string;

/** Builds the web app into dist/app. */
export function bundleApp(shared: BuildOptions): Promise<void>;
