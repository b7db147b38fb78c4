/** What the answers of this page have weighed, for all badges on it. */
import type { EstimateRequest, LiveSums, StoredRow } from '../core/contracts.ts';
import type { Gramme } from '../core/gramme-contracts.ts';

let sums: LiveSums | null = null;
let row: StoredRow | undefined;
const told = new Set<() => void>();

/** Null until an answer was weighed. */
export const pageSums = (): LiveSums | null => sums;

/** Tells of every change; answers what ends that. */
export function onPageSums(tell: () => void): () => void {
  told.add(tell);
  return () => told.delete(tell);
}

/** Adds an answer: the core sums up. */
export function addToPage(gramme: Gramme, exchange: EstimateRequest): void {
  const { conversation, conversationSums } = gramme.record({
    exchange,
    isPromptNew: true,
    isEstimated: false,
    pageWarnings: [],
    date: new Date().toISOString().slice(0, 10),
    zone: '',
    device: 'page',
    ...(row === undefined ? {} : { conversation: row }),
  });
  row = conversation;
  sums = conversationSums;
  for (const tell of told) tell();
}
