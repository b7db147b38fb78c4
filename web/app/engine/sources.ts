import { type Failure, failureOf } from '../../core/failure.ts';
import type { GrammeSources } from '../../core/sources.ts';
import { webSources } from '../../core/web-sources.ts';

/** What may go wrong with the app's own files has a code (docs/errors.md), and so a sentence. */
async function named<Value>(loading: Promise<Value>): Promise<Value> {
  try {
    return await loading;
  } catch (error) {
    const isRefused = error instanceof WebAssembly.CompileError;
    const code = isRefused ? 'wasm_forbidden' : 'file_unreachable';
    throw { ...failureOf(error), code } satisfies Failure;
  }
}

/** The files of the app: the module as the build named it, vocabularies in a folder of their own. */
export function appSources(wasm: string): GrammeSources {
  const sources = webSources(new URL(wasm, import.meta.url), new URL(VOCABULARIES, location.href));
  return {
    instantiate: (imports) => named(sources.instantiate(imports)),
    readVocabulary: (file) => named(sources.readVocabulary(file)),
  };
}
