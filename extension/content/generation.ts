import type { Finish, Generation, SiteId } from '../sites/records.ts';
import type { Look } from '../sites/types.ts';
import { timing } from './options.ts';

/** A generation that is watched. Its text is in the look beside it, never here. */
export interface Open {
  id: string;
  site: SiteId;
  conversation: string | null;
  chat: string | null;
  startedAt: number;
  isNewPrompt: boolean;
  /** The prompt came from an edit box. */
  isEdited: boolean;
  /** Id of the prompt that was the last one before, as long as it is not seen above this one. */
  replacedKey: string | null;
  hasEarlierTurns: boolean;
  pickerLabel: string | null;
  modelSlug: string | null;
  hasHiddenReasoning: boolean;
  reasoningSeconds: number | null;
  hasToolUse: boolean;
  wasBusy: boolean;
  /** Only its growth said so: the page may have ended it already. */
  isBusyGuessed: boolean;
  quietSince: number | null;
  changedAt: number;
  unseenSince: number | null;
  hasCutFlag: boolean;
  isRestored: boolean;
  isReopened: boolean;
  stopAskedAt: number | null;
  progressAt: number;
}

/** What is known of a generation when it begins. */
export type Beginning = Pick<
  Open,
  'id' | 'site' | 'conversation' | 'chat' | 'startedAt' | 'pickerLabel'
>;

export function newOpen(beginning: Beginning): Open {
  return {
    ...beginning,
    isNewPrompt: false,
    isEdited: false,
    replacedKey: null,
    hasEarlierTurns: false,
    modelSlug: null,
    hasHiddenReasoning: false,
    reasoningSeconds: null,
    hasToolUse: false,
    wasBusy: true,
    isBusyGuessed: false,
    quietSince: null,
    changedAt: beginning.startedAt,
    unseenSince: null,
    hasCutFlag: false,
    isRestored: false,
    isReopened: false,
    stopAskedAt: null,
    progressAt: beginning.startedAt,
  };
}

/** What one reading of the page tells besides the look itself. */
export interface Batch {
  hasGrown: boolean;
  /** That an answer is written is known from its growth alone. */
  isBusyGuessed: boolean;
  now: number;
}

export function absorb(open: Open, look: Look, batch: Batch): void {
  const isFall = open.wasBusy && !look.isBusy;
  if (isFall) open.hasCutFlag = batch.hasGrown && !open.isRestored;
  // Text after the flag fell: the page let it settle, nobody cut it.
  if (!isFall && !look.isBusy && batch.hasGrown) open.hasCutFlag = false;
  // Escape also closes menus: an answer that goes on was not stopped.
  const askedAt = open.stopAskedAt ?? batch.now;
  if (look.isBusy && batch.now - askedAt > timing.stopClick) open.stopAskedAt = null;
  if (look.isBusy) {
    open.quietSince = null;
    open.isRestored = false;
  } else if (isFall || open.quietSince === null) open.quietSince = batch.now;
  open.wasBusy = look.isBusy;
  open.isBusyGuessed = batch.isBusyGuessed;
  open.unseenSince = null;
  open.modelSlug = look.reply?.modelSlug ?? open.modelSlug;
  open.hasHiddenReasoning ||= look.reply?.hasHiddenReasoning ?? false;
  // Labels count up and change while the model reasons: the last one read is the final one.
  open.reasoningSeconds = look.reply?.reasoningSeconds ?? open.reasoningSeconds;
  const replaced = open.replacedKey;
  if (replaced !== null && look.earlierPrompts.includes(replaced)) open.replacedKey = null;
  open.hasEarlierTurns ||= look.hasEarlierTurns;
  open.hasToolUse ||= look.reply?.hasToolUse ?? false;
}

/** True when the prompt took the place of an earlier one and of all that stood after it. */
export function isEdit(open: Open): boolean {
  return open.isNewPrompt && (open.isEdited || open.replacedKey !== null);
}

/** True when nothing has moved for long enough that the answer is over. */
export function hasSettled(open: Open, look: Look, now: number): boolean {
  if (open.unseenSince !== null) return now - open.unseenSince >= timing.unseen;
  if (open.quietSince === null || now - open.quietSince < timing.quiet) return false;
  return now - Math.max(open.changedAt, open.quietSince) >= silenceBeforeEnd(open, look);
}

function silenceBeforeEnd(open: Open, look: Look): number {
  const reply = look.reply;
  if (reply?.endMark != null || open.stopAskedAt !== null) return timing.quiet;
  const isWaiting = reply === null || reply.endsWithTool || reply.markdown === '';
  const hasImage = (reply?.imageCount ?? 0) > 0;
  return isWaiting && !hasImage ? timing.settledInTools : timing.settled;
}

/** True while the page says that the answer is still written. */
export function isSurelyBusy(open: Open): boolean {
  return open.wasBusy && !open.isBusyGuessed;
}

/** Marks on the page first, then what the user did, then how the busy flag fell. */
export function finishOf(open: Open, look: Look): Finish {
  const mark = look.reply?.endMark ?? null;
  if (mark === 'failed' || mark === 'stopped') return mark;
  if (open.stopAskedAt !== null) return 'stopped';
  if (mark === 'complete') return 'complete';
  if (open.unseenSince !== null || isSurelyBusy(open)) return 'interrupted';
  return open.hasCutFlag ? 'stopped' : 'complete';
}

export function recordOf(
  open: Open,
  look: Look,
  end: { finish: Finish; finishedAt: number | null },
): Generation {
  const label = open.modelSlug ?? open.pickerLabel;
  const source = open.modelSlug !== null ? 'slug' : 'picker';
  return {
    id: open.id,
    site: open.site,
    dialect: look.dialect,
    conversation: open.conversation,
    chat: open.chat,
    prompt: {
      text: look.prompt?.text ?? '',
      isNew: open.isNewPrompt,
      isEdited: isEdit(open),
      hasEarlierTurns: open.hasEarlierTurns,
    },
    reply: {
      markdown: look.reply?.markdown ?? '',
      visibleCharacters: look.reply?.visibleCharacters ?? 0,
      imageCount: look.reply?.imageCount ?? 0,
      hasHiddenReasoning: open.hasHiddenReasoning,
      reasoningSeconds: open.reasoningSeconds,
      hasToolUse: open.hasToolUse,
    },
    model: { label, source: label === null ? 'none' : source },
    ...end,
    startedAt: open.startedAt,
  };
}
