/** What the tests of the background share: storage in memory, and counted exchanges. */
import type { Area } from '../../../extension/background/storage.ts';
import type { CountedExchange } from '../../../extension/shared/exchange.ts';
import { loadGramme } from '../../../web/core/node.ts';

export const gramme = await loadGramme({ folder: new URL('../../../dist/', import.meta.url) });

export interface MemoryArea extends Area {
  items: Record<string, unknown>;
}

/** An area in memory that hands out copies, as the real one does. */
export function newArea(items: Record<string, unknown> = {}): MemoryArea {
  return {
    items,
    get: async (keys) =>
      structuredClone(
        Object.fromEntries(keys.filter((key) => key in items).map((key) => [key, items[key]])),
      ),
    set: async (changed) => {
      Object.assign(items, structuredClone(changed));
    },
    remove: async (keys) => {
      for (const key of keys) delete items[key];
    },
  };
}

export const exactly = (tokens: number): CountedExchange['output'] => ({
  tokens,
  kind: 'exact',
  encoding: 'o200k_base',
});

/** Ten tokens asked and a hundred answered, in a conversation of its own. */
export function exchange(id: string, changes: Partial<CountedExchange> = {}): CountedExchange {
  return {
    id,
    site: 'chatgpt',
    dialect: 'section',
    conversation: `of-${id}`,
    chat: '',
    model: { label: 'gpt-4o', source: 'slug' },
    prompt: exactly(10),
    isPromptNew: true,
    isPromptEdited: false,
    hasEarlierTurns: false,
    earlierTokens: null,
    output: exactly(100),
    reasoningSeconds: null,
    visibleCharacters: 400,
    imageCount: 0,
    finish: 'complete',
    startedAt: 1000,
    finishedAt: 2000,
    date: '2026-03-29',
    pageWarnings: ['context_not_counted'],
    ...changes,
  };
}
