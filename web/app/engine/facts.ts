import type { Facts } from './core-api.ts';
import { core } from './engine.ts';

let known: Promise<Facts> | null = null;

/** What the catalog holds; asked for once. */
export function facts(): Promise<Facts> {
  known ??= core().facts();
  known.catch(() => {
    known = null;
  });
  return known;
}
