import { finishOf } from './generation.ts';
import { timing } from './options.ts';
import { close, save, type Tracked, type Tracker } from './tracker.ts';

/** Conversations left behind: what was read there, so that coming back counts nothing twice. */
export interface Shelf {
  byConversation: Map<string, { tracked: Tracked; leftAt: number }>;
}

const shelfLimit = 30;

export function newShelf(): Shelf {
  return { byConversation: new Map() };
}

/** The address shows another conversation. Call it after a last reading of the page as it was. */
export function moveTo(tracker: Tracker, shelf: Shelf, conversation: string | null): void {
  const before = tracker.conversation;
  if (before === conversation) return;
  tracker.conversation = conversation;
  tracker.conversationSince = tracker.options.now();
  // A new chat gets its address while it is answered; the exchange on the page goes on.
  if (before === null && tracker.tracked?.open != null) return;
  const closed = before === null ? tracker.tracked?.closed : null;
  if (closed != null) {
    const isNamedLate = tracker.conversationSince - closed.at <= timing.named;
    if (!isNamedLate) tracker.chat = null;
    return;
  }
  tracker.chat = conversation === null ? tracker.options.newId() : null;
  leave(tracker, shelf, before);
  tracker.tracked = null;
  tracker.resume = null;
  arrive(tracker, shelf, conversation);
}

function leave(tracker: Tracker, shelf: Shelf, conversation: string | null): void {
  const tracked = tracker.tracked;
  if (tracked === null) return;
  const open = tracked.open;
  if (open !== null && !open.wasBusy) close(tracker, tracked, finishOf(open, tracked.look));
  if (open !== null) save(tracker, tracked, tracker.options.now());
  const place = conversation ?? `new:${open?.id ?? ''}`;
  shelf.byConversation.delete(place);
  shelf.byConversation.set(place, { tracked, leftAt: tracker.options.now() });
  for (const [oldest, item] of shelf.byConversation) {
    if (shelf.byConversation.size <= shelfLimit) break;
    close(tracker, item.tracked, 'interrupted');
    shelf.byConversation.delete(oldest);
  }
}

function arrive(tracker: Tracker, shelf: Shelf, conversation: string | null): void {
  const known = conversation === null ? undefined : shelf.byConversation.get(conversation);
  if (conversation !== null && known !== undefined) {
    shelf.byConversation.delete(conversation);
    tracker.tracked = known.tracked;
    // Nothing is awaited here, even when the conversation just left still waits for the store.
    tracker.isResumeAsked = false;
    if (known.tracked.open !== null) known.tracked.open.isRestored = true;
    return;
  }
  askSaved(tracker, conversation);
}

/** Decisions wait for the answer of the store, which takes a moment only. */
export function askSaved(tracker: Tracker, conversation: string | null): void {
  tracker.isResumeAsked = true;
  const settle = (found: Awaited<ReturnType<typeof tracker.options.open.take>>) => {
    if (tracker.conversation !== conversation) {
      if (found !== null) tracker.options.open.save(found).catch(() => undefined);
      return;
    }
    tracker.resume = found ?? tracker.resume;
    tracker.isResumeAsked = false;
    tracker.readAgain();
  };
  tracker.options.open.take(conversation).then(settle, () => settle(null));
}

/** A generation nobody came back to ends with what was read of it. */
export function closeForgotten(tracker: Tracker, shelf: Shelf, now: number): void {
  for (const { tracked, leftAt } of shelf.byConversation.values()) {
    if (tracked.open !== null && now - leftAt > timing.parked)
      close(tracker, tracked, 'interrupted');
  }
}
