import { all, isAfter, lastOf, outermost } from './select.ts';
import type { DialectSelectors } from './types.ts';

/** Nodes of the last prompt on the page and of everything answered to it. */
export interface LastExchange {
  prompts: readonly Element[];
  prompt: Element | null;
  replies: readonly Element[];
  prose: readonly Element[];
  /** Roots of the answers mounted before the last prompt. */
  earlierReplies: readonly Element[];
}

/** Only the tail is read: both sites unmount older messages, so mounted nodes are no count. */
export function lastExchange(page: Document, table: DialectSelectors): LastExchange {
  const prompts = outermost(all(page, table.prompt)).filter((root) => isPrompt(root, table));
  const prompt = lastOf(prompts);
  const isOfLast = (root: Element) =>
    prompt === null || root.contains(prompt) || isAfter(root, prompt);
  const roots = outermost(all(page, table.reply));
  const replies = roots.filter(isOfLast);
  const prose = replies.flatMap((root) => proseOf(root, table));
  const earlierReplies = roots.filter((root) => !replies.includes(root));
  return { prompts, prompt, replies, prose, earlierReplies };
}

function isPrompt(root: Element, table: DialectSelectors): boolean {
  return !table.isPromptByText || (root.textContent ?? '').trim() !== '';
}

export function proseOf(root: Element, table: DialectSelectors): Element[] {
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
