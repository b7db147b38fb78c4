import type { GlueModule } from '#glue';
import type { CountRequest, TokenCount } from './contracts.ts';
import { unwrap } from './envelope.ts';
import type { Inbox } from './inbox.ts';
import type {
  ChatCount,
  ChatRequest,
  Encoded,
  EncodeRequest,
  ImportedVocabulary,
  ImportRequest,
} from './token-contracts.ts';
import { openTokenizer, type Tokenizer } from './tokenizer.ts';

/** The functions that need a vocabulary; it is loaded on first use. */
export interface TokenCalls {
  /** Counts tokens. */
  count(text: string | Uint8Array, request: CountRequest): Promise<TokenCount>;
  /** A tokenizer that counts at once; its vocabulary is loaded when this resolves. */
  tokenizer(request: CountRequest): Promise<Tokenizer>;
  /** The token ids of a text, for encodings that are public. */
  encode(text: string | Uint8Array, request: EncodeRequest): Promise<Encoded>;
  /** The text of token ids; U+FFFD where they end within a character. */
  decode(ids: readonly number[], request: CountRequest): Promise<string>;
  /** Tokens of a chat as the model reads it: texts, and what frames them. */
  countChat(request: ChatRequest): Promise<ChatCount>;
  /**
   * Takes a vocabulary of one's own (`.gvoc`, `.tiktoken`, `tokenizer.json`, `tekken.json`); from
   * then on `{ encoding: name }` counts with it.
   */
  importVocabulary(file: Uint8Array, request: ImportRequest): ImportedVocabulary;
}

/** Does the work again once the vocabulary that it lacked is there. */
export type WithVocabulary = <Answer>(request: CountRequest, work: () => Answer) => Promise<Answer>;

export function tokenCalls(
  glue: GlueModule,
  inbox: Inbox,
  withVocabulary: WithVocabulary,
): TokenCalls {
  const ask = (name: string, request: object) => unwrap(glue.call(name, JSON.stringify(request)));
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
      withVocabulary(request, () => (ask('decode', { ...request, ids }) as { text: string }).text),
    countChat: (request) => withVocabulary(request, () => ask('countChat', request) as ChatCount),
    importVocabulary: (file, request) =>
      unwrap(
        glue.importVocabulary(JSON.stringify(request), inbox.write(file)),
      ) as ImportedVocabulary,
  };
}
