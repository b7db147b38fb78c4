import type { FullGlueModule } from '#glue-full';
import type { CountRequest, TokenCount } from './contracts.ts';
import { unwrap } from './envelope.ts';
import type { StartedCore } from './gramme.ts';
import type { GrammeSources } from './sources.ts';

/** Counts a text with a vocabulary that is read, used and forgotten. */
export async function countOnce(
  { glue, inbox, vocabularyOf }: StartedCore<FullGlueModule>,
  sources: GrammeSources,
  { text, request }: { text: string | Uint8Array; request: CountRequest },
): Promise<TokenCount> {
  const vocabulary = await sources.readVocabulary(vocabularyOf(request));
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const both = new Uint8Array(vocabulary.length + bytes.length);
  both.set(vocabulary);
  both.set(bytes, vocabulary.length);
  const size = inbox.write(both);
  return unwrap(glue.countOnce(JSON.stringify(request), vocabulary.length, size)) as TokenCount;
}
