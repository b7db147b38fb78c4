import { normalise } from '../sites/text.ts';
import type { Look } from '../sites/types.ts';

/** What is kept of an open generation over a reload. Never text. */
export interface Fingerprint {
  id: string;
  conversation: string | null;
  startedAt: number;
  savedAt: number;
  isNewPrompt: boolean;
  isEdited: boolean;
  hasEarlierTurns: boolean;
  promptLength: number;
  promptHash: string;
  replyLength: number;
  replyHash: string;
}

/** The end of a growing answer is often drawn anew (open marks, tables), so it is left out. */
const unsettledTail = 200;

export function fingerprintOf(
  look: Look,
  salt: string,
): Pick<Fingerprint, 'promptLength' | 'promptHash' | 'replyLength' | 'replyHash'> {
  const prompt = normalise(look.prompt?.text ?? '');
  const reply = look.reply?.visibleText ?? '';
  const prefix = reply.slice(0, Math.max(0, reply.length - unsettledTail));
  return {
    promptLength: prompt.length,
    promptHash: saltedHash(prompt, salt),
    replyLength: prefix.length,
    replyHash: saltedHash(prefix, salt),
  };
}

export function isContinuedBy(saved: Fingerprint, look: Look, salt: string): boolean {
  const prompt = normalise(look.prompt?.text ?? '');
  if (prompt.length !== saved.promptLength || look.reply === null) return false;
  if (saltedHash(prompt, salt) !== saved.promptHash) return false;
  const prefix = look.reply.visibleText.slice(0, saved.replyLength);
  return prefix.length === saved.replyLength && saltedHash(prefix, salt) === saved.replyHash;
}

/**
 * 53 bits mixed by two multiplications (cyrb53): enough to know a text again, far too few to
 * tell it. Synchronous, because the page does not wait while a digest is made.
 */
export function saltedHash(text: string, salt: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  const salted = `${salt}\n${text}`;
  for (let index = 0; index < salted.length; index++) {
    const unit = salted.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
