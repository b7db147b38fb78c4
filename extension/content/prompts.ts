import { promptMark } from '../sites/look.ts';
import { normalise } from '../sites/text.ts';
import type { Controls, Look } from '../sites/types.ts';
import { timing } from './options.ts';
import { hasContent } from './relation.ts';

/** Prompts known to the page and traces of typing, to tell a new prompt from a retry. */
export interface PromptMemory {
  marks: Set<string>;
  isComposerFilled: boolean;
  composerEmptiedAt: number;
  editBoxSeenAt: number;
}

const never = Number.NEGATIVE_INFINITY;
const markLimit = 5000;

export function newPromptMemory(): PromptMemory {
  return {
    marks: new Set(),
    isComposerFilled: false,
    composerEmptiedAt: never,
    editBoxSeenAt: never,
  };
}

export function noteControls(memory: PromptMemory, controls: Controls, now: number): void {
  const isFilled = controls.composerLength > 0;
  if (memory.isComposerFilled && !isFilled) memory.composerEmptiedAt = now;
  memory.isComposerFilled = isFilled;
  if (controls.hasEditBox) memory.editBoxSeenAt = now;
}

/** True when a prompt was typed and left the composer or an edit box just now. */
export function wasJustSent(memory: PromptMemory, now: number): boolean {
  const latest = Math.max(memory.composerEmptiedAt, memory.editBoxSeenAt);
  return now - latest <= timing.evidence;
}

/** True when what was sent last came from an edit box in the thread, not from the composer. */
export function wasEdited(memory: PromptMemory, now: number): boolean {
  const isRecent = now - memory.editBoxSeenAt <= timing.evidence;
  return isRecent && memory.editBoxSeenAt > memory.composerEmptiedAt;
}

/** Id of the last prompt before when it does not stand above the new one. */
export function replacedKey(before: Look, look: Look): string | null {
  const key = before.prompt?.key ?? null;
  const isThere = key === look.prompt?.key || (key !== null && look.earlierPrompts.includes(key));
  return isThere ? null : key;
}

/** What led to one prompt must not make the next retry look typed. */
export function useUpEvidence(memory: PromptMemory): void {
  memory.composerEmptiedAt = never;
  memory.editBoxSeenAt = never;
}

/** Remembers prompts that stand there answered; the last one counts only with its answer. */
export function rememberPrompts(memory: PromptMemory, look: Look, place: string): void {
  if (memory.marks.size > markLimit) memory.marks.clear();
  for (const mark of look.earlierPrompts) memory.marks.add(placed(mark, place));
  if (look.prompt !== null && hasContent(look.reply)) rememberPrompt(memory, look, place);
}

export function rememberPrompt(memory: PromptMemory, look: Look, place: string): void {
  if (look.prompt !== null) memory.marks.add(placed(promptMark(look.prompt), place));
}

export function isKnownPrompt(memory: PromptMemory, look: Look, place: string): boolean {
  return look.prompt !== null && memory.marks.has(placed(promptMark(look.prompt), place));
}

/**
 * A strong id decides. While there is none: traces of typing, then the text compared with what
 * stood there before.
 */
export function isNewPrompt(memory: PromptMemory, before: Look, look: Look, now: number): boolean {
  if (look.prompt === null) return wasJustSent(memory, now);
  if (look.prompt.key !== null) return !memory.marks.has(look.prompt.key);
  if (wasJustSent(memory, now)) return true;
  return normalise(before.prompt?.text ?? '') !== normalise(look.prompt.text);
}

/** An opened edit box takes the place of the prompt's text; what was read before stays. */
export function withPrompt(look: Look, before: Look): Look {
  const isTextGone = (look.prompt?.text ?? '') === '' && (before.prompt?.text ?? '') !== '';
  if (!isTextGone || before.prompt === null) return look;
  const key = look.prompt?.key ?? before.prompt.key;
  return { ...look, prompt: { ...before.prompt, key } };
}

/** Texts are only known within their conversation, ids everywhere. */
function placed(mark: string, place: string): string {
  return mark.startsWith('text:') ? `${place} ${mark}` : mark;
}
