import type { SiteId } from './records.ts';

/** A mark on the page that says how an answer ended; null when the page shows none. */
export type EndMark = 'stopped' | 'failed' | 'complete' | null;

export interface PromptLook {
  /** Strong id of the message; null while the page only has a temporary one, or none at all. */
  key: string | null;
  text: string;
  /** Place in the conversation where the page tells it: it grows from prompt to prompt. */
  position: number | null;
}

export interface ReplyLook {
  key: string | null;
  modelSlug: string | null;
  markdown: string;
  /** What a reader sees, white space normalised (see `normalise`). */
  visibleText: string;
  /** Code points of `visibleText`, not UTF-16 units: an emoji is one character. */
  visibleCharacters: number;
  imageCount: number;
  hasHiddenReasoning: boolean;
  /** Seconds of reasoning that the page tells; null when it tells none. */
  reasoningSeconds: number | null;
  hasToolUse: boolean;
  /** The last thing in the answer is a tool: text will most likely follow. */
  endsWithTool: boolean;
  endMark: EndMark;
}

/** State of everything around the thread. */
export interface Controls {
  hasComposer: boolean;
  composerLength: number;
  hasEditBox: boolean;
  hasStopButton: boolean;
  pickerLabel: string | null;
}

/** Cheap reading, made on every batch of mutations: no text is rebuilt. */
export interface Glance {
  isBusy: boolean;
  promptKey: string | null;
  promptLength: number;
  replyKey: string | null;
  /** Raw text length of the answer; grows with it, only good for comparing. */
  replyLength: number;
  /** Where the answer's text stands now: to see cheaply that a mutation only made it grow. */
  prose: readonly Element[];
}

/** Full reading of the last exchange on the page: plain data, no nodes. */
export interface Look extends Controls {
  dialect: string;
  isBusy: boolean;
  prompt: PromptLook | null;
  /** Everything answered after the last prompt; null when nothing stands there yet. */
  reply: ReplyLook | null;
  /** Keys (or text beginnings when there are no keys) of the prompts mounted before the last. */
  earlierPrompts: string[];
  /** A prompt or an answer stands before the last prompt: the model reads them again with it. */
  hasEarlierTurns: boolean;
}

export interface Dialect {
  id: string;
  /** No attribute or button says reliably that an answer is written: its growth has to. */
  isBusyByGrowth: boolean;
  matches(page: Document): boolean;
  glance(page: Document): Glance;
  look(page: Document): Look;
  /** The exchange that was looked at last, when nothing but its answer's text has grown since. */
  lookAgain(page: Document): Look;
  /** Texts of the turns mounted before the last prompt, in no set order: to be counted only. */
  earlier(page: Document): string[];
}

export interface SiteAdapter {
  id: SiteId;
  hosts: readonly string[];
  /** Newest first: the first that matches the page is used. */
  dialects: readonly Dialect[];
  /** True when the address can show a chat at all. */
  isChat(url: URL): boolean;
  /** Conversation path, null while the page has none (new, temporary or local chats). */
  conversationOf(url: URL): string | null;
  controls(page: Document): Controls;
  isStopButton(element: Element): boolean;
}

/** Selectors around the thread: data, one table per site. */
export interface ControlSelectors {
  composer: string;
  editBox: string;
  /** Regions whose buttons are never the composer's: sidebars and menus. */
  outside: string;
  stop: string;
  /** The main button where it has no label: enabled over an empty composer, it stops the answer. */
  enabledToStop: string;
  /** Buttons searched for a stop label when no test id says it. */
  stopScope: string;
  pickers: readonly { selector: string; inner: string | null }[];
  /** Beginnings of picker labels that are not part of the model name. */
  pickerPrefixes: readonly RegExp[];
}

/** Where an id is written: on the root, inside it or around it, on what the selector matches. */
export interface KeyPlace {
  where: 'self' | 'inside' | 'around';
  selector: string;
  attribute: string;
}

/** Selectors of one dialect. Lists are CSS lists: the order of fallbacks does not matter. */
export interface DialectSelectors {
  id: string;
  matches: string;
  prompt: string;
  promptText: string;
  promptKeys: readonly KeyPlace[];
  /** Where the place of a prompt in its conversation is written as a whole number. */
  promptPositions: readonly KeyPlace[];
  /** Prompts and answers look alike while they are empty: what has no text is no prompt. */
  isPromptByText: boolean;
  /** Roots of an answer: after the last prompt, or around it when a turn holds both. */
  reply: string;
  prose: string;
  /** Ancestors, inside the answer, that make a prose root something else (thinking). */
  notProse: string;
  replyKeys: readonly KeyPlace[];
  modelSlug: string | null;
  busy: string;
  isBusyByGrowth: boolean;
  images: string;
  reasoning: string;
  tools: string;
  failed: string;
  complete: string;
}
