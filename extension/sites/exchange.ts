import { all, isAfter, lastOf, outermost } from './select.ts';
import type { DialectSelectors } from './types.ts';

/** Nodes of the last prompt on the page and of everything answered to it. */
export interface LastExchange {
  prompts: readonly Element[];
  prompt: Element | null;
  replies: readonly Element[];
  prose: readonly Element[];
  /** Something of the conversation is mounted before the last prompt. */
  hasEarlierTurns: boolean;
}

/** Only the tail is read: both sites unmount older messages, so mounted nodes are no count. */
export function lastExchange(page: Document, table: DialectSelectors): LastExchange {
  const prompts = outermost(all(page, table.prompt));
  const prompt = lastOf(prompts);
  const isOfLast = (root: Element) =>
    prompt === null || root.contains(prompt) || isAfter(root, prompt);
  const roots = outermost(all(page, table.reply));
  const replies = roots.filter(isOfLast);
  const prose = replies.flatMap((root) => proseOf(root, table));
  const hasEarlierTurns = prompts.length > 1 || replies.length < roots.length;
  return { prompts, prompt, replies, prose, hasEarlierTurns };
}

function proseOf(root: Element, table: DialectSelectors): Element[] {
  if (root.matches(table.prose)) return [root];
  return outermost(all(root, table.prose)).filter(
    (element) => !isInside(element, table.notProse, root),
  );
}

function isInside(element: Element, ancestors: string, root: Element): boolean {
  if (ancestors === '') return false;
  const ancestor = element.closest(ancestors);
  return ancestor !== null && root.contains(ancestor);
}
