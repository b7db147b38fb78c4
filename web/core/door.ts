import type { GlueModule } from '#glue';
import type { Figure } from './contracts.ts';
import type { Inbox } from './inbox.ts';

/** What an opened tokenizer answers through: its figures in the shape that it promises. */
export interface Door {
  glue: GlueModule;
  inbox: Inbox;
  /** The bounds are those of the last figure unless they are given. */
  figureOf(central: number, low?: number, high?: number): Figure;
}
