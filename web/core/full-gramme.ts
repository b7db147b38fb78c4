import createFullGlue from '#glue-full';
import { unwrap } from './envelope.ts';
import { type Gramme, type GrammeSources, startCore } from './gramme.ts';
import type { ValidateRequest, Validation } from './measurement-contracts.ts';
import type { ImportedVocabulary, ImportRequest } from './token-contracts.ts';

/** The core with its tools: what Node and the command run, and pages that ask for it. */
export interface FullGramme extends Gramme {
  /**
   * Takes a vocabulary of one's own (`.gvoc`, `.tiktoken`, `tokenizer.json`, `tekken.json`); from
   * then on `{ encoding: name }` counts with it.
   */
  importVocabulary(file: Uint8Array, request: ImportRequest): ImportedVocabulary;
  /** Scores methods on a CSV file of measurements (docs/data.md#measurements). */
  validate(csv: string | Uint8Array, request: ValidateRequest): Validation;
}

/** Starts the full core over the given sources. */
export async function createFullGramme(sources: GrammeSources): Promise<FullGramme> {
  const { gramme, glue, inbox } = await startCore(createFullGlue, sources);
  return {
    ...gramme,
    importVocabulary: (file, request) =>
      unwrap(
        glue.importVocabulary(JSON.stringify(request), inbox.write(file)),
      ) as ImportedVocabulary,
    validate: (csv, request) =>
      unwrap(glue.validate(JSON.stringify(request), inbox.write(csv))) as Validation,
  };
}
