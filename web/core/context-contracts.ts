import type { Figure, Range } from './contracts.ts';

/** What is sent with a prompt besides its text. */
export interface Attachments {
  images?: number;
  /** Of each image; width and height go together. */
  imageWidthPixels?: number;
  imageHeightPixels?: number;
  filePages?: number;
}

/** What a model reads again, or handles unseen, with a prompt. */
export interface ContextRequest {
  /** Earlier prompts and answers of the conversation that are sent again with this prompt. */
  contextTokens?: Figure;
  /** Seconds since that context was last read by the model; absent when that is not known. */
  contextAgeSeconds?: number;
  /** Seconds of hidden reasoning that the page shows. */
  reasoningSeconds?: number;
  attachments?: Attachments;
}

/** How that was understood. */
export interface ContextAnswer {
  /** How the conversation was read; "unknown": the range holds both. */
  context: 'none' | 'cached' | 'new' | 'unknown';
  /** Estimated; null when no reasoning was asked for. */
  reasoningTokens: Range | null;
  attachmentTokens: Range | null;
}
