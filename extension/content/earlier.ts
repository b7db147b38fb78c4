import type { Generation } from '../sites/records.ts';
import type { Dialect, SiteAdapter } from '../sites/types.ts';

export interface ChatPage {
  document: Document;
  adapter: SiteAdapter;
  address(): string;
}

/**
 * Reads the turns that stand above an exchange, for the first answer of a conversation in this tab
 * only: a conversation begun unseen gets a better lower bound. Texts to be counted and dropped.
 */
export function newEarlierReader(page: ChatPage): (generation: Generation) => string[] {
  const done = new Set<string>();
  return (generation) => {
    const place = generation.conversation ?? generation.chat ?? '';
    if (!generation.prompt.hasEarlierTurns || done.has(place)) return [];
    done.add(place);
    try {
      return dialectShowing(generation, page)?.earlier(page.document) ?? [];
    } catch {
      return [];
    }
  };
}

/** The page may show another conversation by now, or the next prompt: then nothing is read. */
function dialectShowing(generation: Generation, page: ChatPage): Dialect | null {
  const { adapter, document } = page;
  if (adapter.conversationOf(new URL(page.address())) !== generation.conversation) return null;
  const dialect = adapter.dialects.find(({ id }) => id === generation.dialect) ?? null;
  const look = dialect?.look(document);
  const isShown =
    look?.prompt?.text === generation.prompt.text &&
    (look.reply?.markdown ?? '') === generation.reply.markdown;
  return isShown ? dialect : null;
}
