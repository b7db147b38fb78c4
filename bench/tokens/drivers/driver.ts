import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Figure } from '../../../web/core/contracts.ts';

/** Tokens of a text; text that looks like a special token is ordinary text. */
export type Count = (text: string) => number | Promise<number>;

/** Counts a text that arrives in parts, asked for its count after each. */
export interface Streaming {
  append(part: string): void;
  tokens(): Figure;
  finish(): Figure;
}

export interface Loaded {
  count: Count;
  openStream?: () => Streaming;
  /** The part of loading that starts where the engine itself is ready and has no vocabulary. */
  vocabularyMilliseconds?: number;
}

/** One tokenizer under test. */
export interface Driver {
  /** The encodings it offers of those that are compared. */
  encodings: readonly string[];
  load(encoding: string): Promise<Loaded>;
}

/** The repository's top folder, from this file or from the bundle in build/bench. */
function findRoot(): string {
  for (let folder = new URL('./', import.meta.url); ; folder = new URL('../', folder)) {
    if (existsSync(new URL('bench/peers/package.json', folder))) return fileURLToPath(folder);
    if (folder.pathname === '/') throw new Error('bench/peers/package.json is not found');
  }
}

export const root = findRoot();
const packages = `${root}bench/peers/node_modules/`;

export const peerFile = (path: string): string => `${packages}${path}`;

/** Imports a file of a peer; peers are installed apart, so the type checker never sees them. */
export const importPeer = (path: string): Promise<unknown> =>
  import(pathToFileURL(peerFile(path)).href);
