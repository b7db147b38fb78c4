import type { Health } from '../sites/records.ts';
import type { Controls, SiteAdapter } from '../sites/types.ts';

/** A page that no dialect knows while the user chats is reported, never shown as zero. */
export interface HealthWatch {
  unknownSince: number | null;
  last: string;
}

const blindAfter = 5000;

export interface PageState {
  url: URL;
  dialect: string | null;
  controls: Controls;
  hasChatted: boolean;
  now: number;
}

export function newHealthWatch(): HealthWatch {
  return { unknownSince: null, last: '' };
}

/** The new state, or null when it has not changed. */
export function healthOf(watch: HealthWatch, adapter: SiteAdapter, page: PageState): Health | null {
  const health = judge(watch, adapter, page);
  const text = JSON.stringify(health);
  if (health === null || text === watch.last) return null;
  watch.last = text;
  return health;
}

function judge(watch: HealthWatch, adapter: SiteAdapter, page: PageState): Health | null {
  const site = adapter.id;
  const isChat = adapter.isChat(page.url);
  if (page.dialect !== null || !isChat) watch.unknownSince = null;
  if (!isChat) return { state: 'idle', site, reason: 'not_a_chat' };
  if (page.dialect !== null) return { state: 'watching', site, dialect: page.dialect };
  const hasConversation = adapter.conversationOf(page.url) !== null;
  const isChatting = page.controls.hasStopButton || page.hasChatted || hasConversation;
  // A chat page always has a composer: one that is not found has changed its structure too.
  if (!isChatting && page.controls.hasComposer) {
    watch.unknownSince = null;
    return { state: 'idle', site, reason: 'no_conversation_yet' };
  }
  watch.unknownSince ??= page.now;
  if (page.now - watch.unknownSince < blindAfter) return null;
  return { state: 'blind', site, reason: 'page_not_recognised' };
}
