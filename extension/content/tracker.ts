import type { Finish } from '../sites/records.ts';
import type { Look } from '../sites/types.ts';
import { type Fingerprint, fingerprintOf, isContinuedBy } from './fingerprint.ts';
import {
  absorb,
  type Batch,
  finishOf,
  hasSettled,
  isEdit,
  newOpen,
  type Open,
  recordOf,
} from './generation.ts';
import { type ObserveOptions, timing } from './options.ts';
import {
  isKnownPrompt,
  isNewPrompt,
  newPromptMemory,
  noteControls,
  type PromptMemory,
  rememberPrompt,
  rememberPrompts,
  replacedKey,
  useUpEvidence,
  wasEdited,
  wasJustSent,
  withPrompt,
} from './prompts.ts';
import { hasContent, relationOf, standsAbove, textOf } from './relation.ts';

/** The exchange last read, and the generation counted for it, if any. */
export interface Tracked {
  look: Look;
  open: Open | null;
  closed: { open: Open; at: number } | null;
}

export interface Tracker {
  options: ObserveOptions;
  conversation: string | null;
  /** Random id of the chat that began here without an address; null for one opened by its own. */
  chat: string | null;
  /** Null until the conversation on the page has been read once. */
  tracked: Tracked | null;
  memory: PromptMemory;
  resume: Fingerprint | null;
  isResumeAsked: boolean;
  conversationSince: number;
  /** Called when the store has answered: what was read meanwhile was put off. */
  readAgain(): void;
}

export function newTracker(options: ObserveOptions): Tracker {
  return {
    options,
    conversation: null,
    chat: null,
    tracked: null,
    memory: newPromptMemory(),
    resume: null,
    isResumeAsked: false,
    conversationSince: options.now(),
    readAgain: () => undefined,
  };
}

/** Takes one reading of the page: the whole logic of counting once is below this function. */
export function apply(tracker: Tracker, look: Look, batch: Batch): void {
  noteControls(tracker.memory, look, batch.now);
  if (tracker.isResumeAsked) return;
  if (takeUpSaved(tracker, look, batch)) return;
  if (tracker.tracked === null && !settleIn(tracker, look, batch)) return;
  const tracked = tracker.tracked;
  if (tracked === null) return;
  const isSteadilyBusy = tracked.open?.wasBusy === true && look.isBusy;
  switch (relationOf(tracked.look, look, isSteadilyBusy)) {
    case 'same':
      goOn(tracker, tracked, look, batch);
      break;
    case 'other':
      change(tracker, tracked, look, batch);
      break;
    case 'absent':
      if (tracked.open !== null) tracked.open.unseenSince ??= batch.now;
  }
}

/** After a reload: the saved generation goes on when its prompt and beginning stand there. */
function takeUpSaved(tracker: Tracker, look: Look, batch: Batch): boolean {
  const saved = tracker.resume;
  if (saved === null) return false;
  if (isContinuedBy(saved, look, tracker.options.salt)) {
    tracker.resume = null;
    const { id, startedAt, isNewPrompt, isEdited, hasEarlierTurns } = saved;
    const kept = { id, startedAt, isNewPrompt, isEdited, hasEarlierTurns };
    const open = { ...begin(tracker, look, batch.now), ...kept, isRestored: true };
    tracker.tracked = { look, open, closed: null };
    goOn(tracker, tracker.tracked, look, batch);
    return true;
  }
  if (batch.now - tracker.conversationSince > timing.resume) tracker.resume = null;
  return false;
}

/** First readings of a conversation: what stands there was not written under our eyes. */
function settleIn(tracker: Tracker, look: Look, batch: Batch): boolean {
  const isBlank = look.prompt === null && look.reply === null;
  const isNewChat = isBlank && tracker.conversation === null;
  const isSentHere = !isBlank && look.isBusy && wasJustSent(tracker.memory, batch.now);
  if (isBlank && !isNewChat) return false;
  const first = isSentHere ? { ...look, prompt: null, reply: null } : look;
  tracker.tracked = { look: first, open: null, closed: null };
  if (!isSentHere) rememberPrompts(tracker.memory, look, placeOf(tracker));
  return isSentHere;
}

function goOn(tracker: Tracker, tracked: Tracked, look: Look, batch: Batch): void {
  if (tracked.open === null && mayReopen(tracked, look, batch)) {
    tracked.open = tracked.closed?.open ?? null;
    tracked.closed = null;
  }
  const open = tracked.open;
  if (open === null) {
    if (!look.isBusy) rememberPrompts(tracker.memory, look, placeOf(tracker));
    if (!look.isBusy || tracked.closed === null) tracked.look = look;
    return;
  }
  if (tracked.look.reply?.markdown !== look.reply?.markdown) open.changedAt = batch.now;
  absorb(open, look, batch);
  tracked.look = withPrompt(look, tracked.look);
  open.conversation ??= tracker.conversation;
  const key = look.prompt?.key ?? null;
  if (key !== null && !open.isRestored) open.isNewPrompt = judgeAgain(tracker, open, key);
  report(tracker, tracked, batch.now);
}

function judgeAgain(tracker: Tracker, open: Open, key: string): boolean {
  return open.isReopened ? open.isNewPrompt : !tracker.memory.marks.has(key);
}

/** A long tool phase may outlast the end of a generation; exact growth takes it up again. */
function mayReopen(tracked: Tracked, look: Look, batch: Batch): boolean {
  const closed = tracked.closed;
  if (closed === null || !look.isBusy || batch.now - closed.at > timing.reopen) return false;
  if (closed.open.stopAskedAt !== null || tracked.look.reply?.endMark != null) return false;
  const before = textOf(tracked.look.reply);
  const text = textOf(look.reply);
  closed.open.isReopened = true;
  return before !== '' && text.length > before.length && text.startsWith(before);
}

/** Another exchange stands at the end of the page. */
function change(tracker: Tracker, tracked: Tracked, look: Look, batch: Batch): void {
  const open = tracked.open;
  if (open !== null && isOutOfSight(tracker, tracked, look)) {
    open.unseenSince ??= batch.now;
    return;
  }
  if (open !== null) close(tracker, tracked, finishOf(open, tracked.look));
  if (look.isBusy) start(tracker, tracked.look, look, batch);
  // A prompt without any answer is on its way: what stood before stays the comparison.
  const isOnItsWay = look.prompt !== null && !hasContent(look.reply);
  if (look.isBusy || isOnItsWay) return;
  rememberPrompts(tracker.memory, look, placeOf(tracker));
  tracker.tracked = { look, open: null, closed: null };
  // Not written under our eyes: perhaps another conversation than the chat that began here.
  if (tracker.conversation !== null) tracker.chat = null;
}

/** Scrolled away, or the page changed before its address did: not an end by itself. */
function isOutOfSight(tracker: Tracker, tracked: Tracked, look: Look): boolean {
  if (!tracked.open?.wasBusy) return false;
  const isEarlier =
    standsAbove(look.prompt, tracked.look.prompt) ||
    isKnownPrompt(tracker.memory, look, placeOf(tracker));
  return !look.isBusy || (hasContent(look.reply) && isEarlier);
}

function start(tracker: Tracker, before: Look, look: Look, batch: Batch): void {
  const open = begin(tracker, look, batch.now);
  open.isNewPrompt = isNewPrompt(tracker.memory, before, look, batch.now);
  open.isEdited = wasEdited(tracker.memory, batch.now);
  open.replacedKey = replacedKey(before, look);
  useUpEvidence(tracker.memory);
  tracker.tracked = { look, open, closed: null };
  absorb(open, look, batch);
  tracker.options.onStarted(recordOf(open, look, { finish: 'interrupted', finishedAt: null }));
  save(tracker, tracker.tracked, batch.now);
}

function begin(tracker: Tracker, look: Look, now: number): Open {
  return newOpen({
    id: tracker.options.newId(),
    site: tracker.options.adapter.id,
    conversation: tracker.conversation,
    chat: tracker.chat,
    startedAt: now,
    pickerLabel: look.pickerLabel,
  });
}

function report(tracker: Tracker, tracked: Tracked, now: number): void {
  const open = tracked.open;
  if (open === null || now - open.progressAt < timing.progress) return;
  open.progressAt = now;
  tracker.options.onProgress(
    recordOf(open, tracked.look, { finish: 'interrupted', finishedAt: null }),
  );
  save(tracker, tracked, now);
}

export function save(tracker: Tracker, tracked: Tracked, now: number): void {
  const open = tracked.open;
  if (open === null) return;
  const { id, conversation, startedAt, isNewPrompt, hasEarlierTurns } = open;
  const hashes = fingerprintOf(tracked.look, tracker.options.salt);
  const isEdited = isEdit(open);
  const kept = { id, conversation, startedAt, isNewPrompt, isEdited, hasEarlierTurns };
  tracker.options.open.save({ ...kept, ...hashes, savedAt: now }).catch(() => undefined);
}

export function close(tracker: Tracker, tracked: Tracked, finish: Finish): void {
  const open = tracked.open;
  if (open === null) return;
  const at = tracker.options.now();
  tracked.open = null;
  tracked.closed = { open, at };
  rememberPrompt(tracker.memory, tracked.look, open.conversation ?? '');
  tracker.options.onFinished(recordOf(open, tracked.look, { finish, finishedAt: at }));
  tracker.options.open.take(open.conversation).catch(() => undefined);
}

/** Ends what has been silent for long enough. Called by the timer. */
export function closeSettled(tracker: Tracker, now: number): void {
  const tracked = tracker.tracked;
  if (tracked?.open == null || !hasSettled(tracked.open, tracked.look, now)) return;
  close(tracker, tracked, finishOf(tracked.open, tracked.look));
}

function placeOf(tracker: Tracker): string {
  return tracker.conversation ?? '';
}
