/** What crosses the core's door about token ids, chats and vocabularies (docs/data.md). */
import type { CountRequest, Figure, Source, TokenCount, TokenizerFacts } from './contracts.ts';

export interface EncodeRequest extends CountRequest {
  /**
   * Special tokens to read as such where their text stands: all of the encoding, or those listed.
   * Otherwise they are ordinary text.
   */
  allowSpecial?: boolean | string[];
}

export interface Encoded extends TokenizerFacts {
  ids: number[];
  tokens: number;
}

export interface ChatMessage {
  /** `system`, `user`, `assistant`, `tool`; others where the framing takes any. */
  role: string;
  text: string;
  name?: string;
}

export interface ChatRequest extends CountRequest {
  messages: ChatMessage[];
  /** Another framing than that of the encoding, for a vocabulary of one's own. */
  framing?: string;
}

export interface ChatCount extends TokenizerFacts {
  /** Everything the model reads before it answers. */
  tokens: Figure;
  /** Each message with what frames it. */
  messages: Figure[];
  framing: string;
}

export interface ImportRequest {
  /** The encoding's name from then on. */
  name: string;
  /** How a `.tiktoken` file cuts texts: cl100k, o200k, p50k, qwen, deepseek, tekken. */
  pattern?: string;
}

export interface ImportedVocabulary {
  encoding: string;
  tokens: number;
  specialTokens: number;
  pattern: string;
}

export interface FramingEntry {
  id: string;
  name: string;
  kind: 'exact' | 'estimated';
  source: Source;
}

/** Counts with one encoding, without waiting. All throw GrammeError with a code of docs/errors.md. */
export interface Tokenizer extends TokenizerFacts {
  /** Tokens of the text: a number when exact, a range when estimated. */
  count(text: string | Uint8Array): Figure;
  /** Tokens of each of the texts, in order. */
  countMany(texts: Iterable<string | Uint8Array>): Figure[];
  /** Begins to count a text that is still growing. */
  openStream(): TokenStream;
}

/**
 * Counts a growing text. `tokens` may be asked at any moment and answers as `count` would for the
 * text so far, at the cost of what is new. Parts may be cut anywhere, within a surrogate pair or a
 * UTF-8 sequence too.
 */
export interface TokenStream {
  append(part: string | Uint8Array): void;
  /** Keeps so many UTF-16 units of the text, then appends: for a page that changed its end. */
  replaceFrom(units: number, part: string): void;
  /** Tokens of the text so far. */
  tokens(): Figure;
  /** Tokens of the complete text; the stream takes no more. */
  finish(): Figure;
  /** Gives its memory back. Nothing can be asked of it any more. */
  close(): void;
}

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
}
