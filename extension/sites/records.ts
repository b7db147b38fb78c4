/**
 * What the site adapters and the observer hand on: plain records, no nodes, no numbers computed.
 * Text lives here only while an answer is open; it is counted and dropped by content/, never stored.
 */

export type SiteId = 'chatgpt' | 'claude';

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
  prompt: {
    text: string;
    /** True when the user typed it for this answer; false for a regenerate or retry. */
    isNew: boolean;
  };
  reply: {
    /** Markdown rebuilt from the page: what the model wrote. */
    markdown: string;
    /** Characters a reader sees, white space normalised. */
    visibleCharacters: number;
    imageCount: number;
    /** The page showed that the model reasoned before answering; those tokens are not visible. */
    hasHiddenReasoning: boolean;
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
