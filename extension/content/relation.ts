import { normalise } from '../sites/text.ts';
import type { Look, PromptLook, ReplyLook } from '../sites/types.ts';

/**
 * How what is on the page now relates to what was read before: the same exchange, another one,
 * or nothing to compare (not mounted at the moment).
 */
export type Relation = 'same' | 'other' | 'absent';

/** Characters at the end of a growing answer that the page may draw anew. */
const redrawnTail = 300;

export function relationOf(before: Look, now: Look, isSteadilyBusy: boolean): Relation {
  if (now.prompt === null && now.reply === null) return 'absent';
  if (before.prompt === null && before.reply === null) return 'other';
  const prompt = promptRelation(before, now, isSteadilyBusy);
  return prompt === 'same' ? replyRelation(before, now, isSteadilyBusy) : prompt;
}

function promptRelation(before: Look, now: Look, isSteadilyBusy: boolean): Relation {
  const goesOn = isContinuation(textOf(before.reply), textOf(now.reply));
  const hasText = textOf(before.reply) !== '';
  if (now.prompt === null) return goesOn && hasText ? 'same' : 'other';
  if (before.prompt === null) return isSteadilyBusy && goesOn ? 'same' : 'other';
  if (isSamePrompt(before.prompt, now.prompt)) return 'same';
  const isSwap = hasText && goesOn && textOf(now.reply).startsWith(textOf(before.reply));
  if (isSwap && haveSameText(before.prompt, now.prompt)) return 'same';
  return !hasText && textOf(now.reply) === '' && isSteadilyBusy ? 'same' : 'other';
}

function isSamePrompt(before: PromptLook, now: PromptLook): boolean {
  if (before.key !== null && now.key !== null) return before.key === now.key;
  return haveSameText(before, now);
}

function haveSameText(before: PromptLook, now: PromptLook): boolean {
  return normalise(before.text) === normalise(now.text);
}

function replyRelation(before: Look, now: Look, isSteadilyBusy: boolean): Relation {
  const [old, text] = [textOf(before.reply), textOf(now.reply)];
  const [oldKey, key] = [before.reply?.key ?? null, now.reply?.key ?? null];
  if (!hasContent(before.reply)) return 'same';
  if (!hasContent(now.reply)) {
    const isReplaced = oldKey !== null && key !== null && oldKey !== key;
    return isReplaced || (now.isBusy && !isSteadilyBusy) ? 'other' : 'absent';
  }
  if (oldKey !== null && key !== null && oldKey !== key) {
    return old !== '' && text.startsWith(old) ? 'same' : 'other';
  }
  // While it is being written the page redraws half-open marks and links as it likes.
  const isRedrawn = isSteadilyBusy && old.length <= redrawnTail;
  const hasSameKey = oldKey !== null && oldKey === key;
  return isRedrawn || hasSameKey || isContinuation(old, text) ? 'same' : 'other';
}

/** True when the prompt now read stands above the other one: the page shows earlier turns. */
export function standsAbove(now: PromptLook | null, other: PromptLook | null): boolean {
  const [place, otherPlace] = [now?.position ?? null, other?.position ?? null];
  return place !== null && otherPlace !== null && place < otherPlace;
}

/** True when the new text is the old one grown, its tail perhaps drawn anew. */
export function isContinuation(before: string, now: string): boolean {
  if (now.startsWith(before)) return true;
  const [old, text] = [lettersOf(before), lettersOf(now)];
  let common = 0;
  while (common < old.length && old[common] === text[common]) common++;
  const isShort = old.length <= redrawnTail;
  return old.length - common <= redrawnTail && (!isShort || common * 2 >= old.length);
}

/** Marks come and go while Markdown is half written; letters and digits stay. */
function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

export function hasContent(reply: ReplyLook | null): boolean {
  return reply !== null && (reply.visibleText !== '' || reply.imageCount > 0);
}

export function textOf(reply: ReplyLook | null): string {
  return reply?.visibleText ?? '';
}
