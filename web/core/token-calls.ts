import type { GlueModule } from '#glue';
import type { CallDoor } from './call-door.ts';
import type { CountRequest, TokenCount } from './contracts.ts';
import { unwrap } from './envelope.ts';
import type { Inbox } from './inbox.ts';
import type { ChatCount, Encoded, TokenCalls } from './token-contracts.ts';
import { openTokenizer } from './tokenizer.ts';

/** Does the work again once the vocabulary that it lacked is there. */
export type WithVocabulary = <Answer>(request: CountRequest, work: () => Answer) => Promise<Answer>;

/** The ways into a core. */
export interface Ways {
  glue: GlueModule;
  inbox: Inbox;
  call: CallDoor;
}

export function tokenCalls(
  { glue, inbox, call }: Ways,
  withVocabulary: WithVocabulary,
): TokenCalls {
  return {
    count: (text, request) =>
      withVocabulary(
        request,
        () => unwrap(glue.count(JSON.stringify(request), inbox.write(text))) as TokenCount,
      ),
    tokenizer: (request) => withVocabulary(request, () => openTokenizer(glue, inbox, request)),
    encode: (text, request) =>
      withVocabulary(
        request,
        () => unwrap(glue.encode(JSON.stringify(request), inbox.write(text))) as Encoded,
      ),
    decode: (ids, request) =>
      withVocabulary(request, () => (call('decode', { ...request, ids }) as { text: string }).text),
    countChat: (request) => withVocabulary(request, () => call('countChat', request) as ChatCount),
  };
}
