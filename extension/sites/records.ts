/**
 * What the site adapters and the observer hand on: plain records, no nodes, no numbers computed.
 * Text lives here only while an answer is open; it is counted and dropped by content/, never stored.
 */

export type SiteId = 'chatgpt' | 'claude' | 'gemini' | 'deepseek' | 'perplexity';

/** How an answer ended, as far as the page shows it. */
export type Finish = 'complete' | 'stopped' | 'failed' | 'interrupted';

/** Where the model name was read: an attribute of the answer, the picker, or nowhere. */
export type ModelSource = 'slug' | 'picker' | 'none';

/** One model call seen on a page: one answer, whatever re-mounts, scrolls or reloads happen. */
export interface Generation {
  /** Random UUID, made when the answer starts; kept over a reload in mid-answer. */
  id: string;
  site: SiteId;
  dialect: string;
  /** Conversation path such as `/c/<id>`; null while the page has none yet. */
  conversation: string | null;
  /**
   * Random id of a chat that began without an address in this tab, until another one is opened;
   * null when the conversation was opened by its address.
   */
  chat: string | null;
  prompt: {
    text: string;
    /** True when the user typed it for this answer; false for a regenerate or retry. */
    isNew: boolean;
    /** An earlier prompt was edited and sent again: what stood after it is not read any more. */
    isEdited: boolean;
    /** Prompts or answers stood before this one: the model reads them again. */
    hasEarlierTurns: boolean;
  };
  reply: {
    /** Markdown rebuilt from the page: what the model wrote. */
    markdown: string;
    /** Characters a reader sees, white space normalised. */
    visibleCharacters: number;
    imageCount: number;
    /** The page showed that the model reasoned before answering; those tokens are not visible. */
    hasHiddenReasoning: boolean;
    /** Seconds of that reasoning as the page tells them; null when it does not. */
    reasoningSeconds: number | null;
    /** The page showed that tools ran; their text is not visible. */
    hasToolUse: boolean;
  };
  model: { label: string | null; source: ModelSource };
  finish: Finish;
  /** Milliseconds since the epoch. */
  startedAt: number;
  finishedAt: number | null;
}

/** State of watching, for badge and popup: never a silent zero. */
export type Health =
  | { state: 'watching'; site: SiteId; dialect: string }
  | { state: 'idle'; site: SiteId; reason: 'not_a_chat' | 'no_conversation_yet' }
  | { state: 'blind'; site: SiteId; reason: 'page_not_recognised' };
