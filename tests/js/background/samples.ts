/** What the tests of the background share: storage in memory, and counted exchanges. */
import type { Ledger } from '../../../extension/background/kept.ts';
import { type Recording, recordExchange } from '../../../extension/background/ledger.ts';
import type { Mirror } from '../../../extension/background/mirror.ts';
import type { Area } from '../../../extension/background/storage.ts';
import type { CountedExchange } from '../../../extension/shared/exchange.ts';
import { defaultSettings } from '../../../extension/shared/settings.ts';
import type { Period, StoredDay } from '../../../web/core/contracts.ts';
import { loadGramme } from '../../../web/core/node.ts';

export const gramme = await loadGramme({ folder: new URL('../../../dist/', import.meta.url) });

/** Records come back with their members in another order, as from the real store. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([key, member]) => [key, sorted(member)]));
}

export interface MemoryArea extends Area {
  items: Record<string, unknown>;
}

/** An area in memory that hands out copies, as the real one does. */
export function newArea(items: Record<string, unknown> = {}): MemoryArea {
  return {
    items,
    get: async (keys) =>
      Object.fromEntries(
        keys.filter((key) => key in items).map((key) => [key, sorted(structuredClone(items[key]))]),
      ),
    set: async (changed) => {
      Object.assign(items, JSON.parse(JSON.stringify(changed)));
    },
    remove: async (keys) => {
      for (const key of keys) delete items[key];
    },
    clear: async () => {
      for (const key of Object.keys(items)) delete items[key];
    },
    keys: async () => Object.keys(items),
    bytesInUse: async () => JSON.stringify(items).length,
  };
}

export interface MemoryMirror extends Mirror {
  copies: Map<string, unknown>;
}

export function newMirror(): MemoryMirror {
  const copies = new Map<string, unknown>();
  return {
    copies,
    read: async (key) => structuredClone(copies.get(key)),
    write: async (items) => {
      for (const [key, value] of Object.entries(items)) copies.set(key, structuredClone(value));
    },
    keys: async () => [...copies.keys()],
    clear: async () => copies.clear(),
  };
}

export interface MemoryLedger extends Ledger {
  area: MemoryArea;
  mirror: MemoryMirror;
}

/** A ledger in memory, on 29 March 2026. */
export function newLedger(items: Record<string, unknown> = {}): MemoryLedger {
  const now = () => Date.parse('2026-03-29T10:00:00');
  return { gramme, area: newArea(items), mirror: newMirror(), compared: new Set(), now };
}

export const device = 'here';
export const recording: Recording = { settings: defaultSettings, device };

/** Records exchanges one after another. */
export async function record(ledger: Ledger, ...exchanges: CountedExchange[]): Promise<void> {
  for (const one of exchanges) await recordExchange(ledger, one, recording);
}

/** A day, month or year as it is shown, from how it is stored. */
export function shown({ area }: MemoryLedger, date = '2026-03-29'): Period {
  const range = date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day';
  const stored = area.items[`${range}:${date}`] as StoredDay | undefined;
  return gramme.rollUp({ range, date, parts: stored === undefined ? [] : [stored] });
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
    zone: 'Europe/Paris',
    pageWarnings: ['context_not_counted'],
    ...changes,
  };
}
