/** What crosses the core's door about token ids, chats and vocabularies (docs/data.md). */
import type { CountRequest, Figure, Source, TokenizerFacts } from './contracts.ts';

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
