import type { GrammeSources } from '../../core/sources.ts';
import { webSources } from '../../core/web-sources.ts';

/** The files of the app: the module as the build named it, vocabularies in a folder of their own. */
export const appSources = (wasm: string): GrammeSources =>
  webSources(new URL(wasm, import.meta.url), new URL(VOCABULARIES, location.href));
