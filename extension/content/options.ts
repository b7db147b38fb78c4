import type { Generation, Health } from '../sites/records.ts';
import type { SiteAdapter } from '../sites/types.ts';
import type { Fingerprint } from './fingerprint.ts';

/** Where open generations survive a reload: numbers and salted hashes only. */
export interface OpenStore {
  save(fingerprint: Fingerprint): Promise<void>;
  /** Removes and returns what was saved last for a conversation. */
  take(conversation: string | null): Promise<Fingerprint | null>;
}

export interface ObserveOptions {
  window: Window & typeof globalThis;
  document: Document;
  adapter: SiteAdapter;
  /** Milliseconds since the epoch. */
  now(): number;
  newId(): string;
  /** Secret of this installation, so that saved hashes mean nothing elsewhere. */
  salt: string;
  open: OpenStore;
  signal: AbortSignal;
  onStarted(generation: Generation): void;
  onProgress(generation: Generation): void;
  /**
   * The answer has ended. May come again with the same id when it turns out to go on (a long tool
   * phase): the later record replaces the earlier one.
   */
  onFinished(generation: Generation): void;
  onHealth(health: Health): void;
}

/** Times of the watch, in milliseconds. */
export const timing = {
  tick: 150,
  look: 500,
  /** While only text grows, the page as a whole is read this often. */
  whole: 3000,
  health: 1000,
  progress: 1000,
  /** Pages drop the busy flag for a moment between phases. */
  quiet: 350,
  settled: 1500,
  /** After a tool, or before any text, an answer may stay silent for long. */
  settledInTools: 10_000,
  /** Where only growth tells: how long an answer that is being written may stand still. */
  growthPause: 2500,
  /** And how long it may take to its first words. */
  growthStart: 60_000,
  unseen: 5000,
  parked: 600_000,
  reopen: 120_000,
  /** A chat gets its address at most this long after its first answer. */
  named: 10_000,
  evidence: 10_000,
  stopClick: 3000,
  resume: 15_000,
} as const;
