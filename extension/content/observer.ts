import type { Dialect, Glance, Look } from '../sites/types.ts';
import { finishOf, isSurelyBusy } from './generation.ts';
import { type GrowthWatch, isGrowing, newGrowthWatch } from './growth.ts';
import { type ObserveOptions, timing } from './options.ts';
import { listen } from './page-events.ts';
import { askSaved, closeForgotten, moveTo, newShelf, type Shelf } from './places.ts';
import { noteControls, wasJustSent } from './prompts.ts';
import { blankLook, dialectOf, isOnlyGrowth, isTurn } from './reading.ts';
import { apply, close, closeSettled, newTracker, save, type Tracker } from './tracker.ts';
import { type HealthWatch, healthOf, newHealthWatch } from './watch-health.ts';

/** A running watch; it ends with the signal it was given. */
export interface Watch {
  /** Largest and summed milliseconds spent on batches of mutations, for the benches. */
  readonly cost: { batches: number; total: number; largest: number };
}

interface Session {
  options: ObserveOptions;
  tracker: Tracker;
  shelf: Shelf;
  health: HealthWatch;
  glance: Glance | null;
  dialect: Dialect | null;
  growth: GrowthWatch;
  lookedAt: number;
  /** When the whole page was read; since then nothing but the answer's text may have grown. */
  readAt: number;
  healthAt: number;
  /** Time the last full reading took, to space them out on long answers. */
  lookCost: number;
  isStale: boolean;
  cost: { batches: number; total: number; largest: number };
}

/**
 * Watches one chat page. It follows generations, not nodes: a busy flag opens one, and only the
 * last exchange is read. It never writes to the page and never throws into it.
 */
export function observe(options: ObserveOptions): Watch {
  const session = newSession(options);
  const flush = listen(
    { ...options, tick: timing.tick },
    {
      onMutations: (records) => guarded(session, () => onMutations(session, records)),
      onTick: () => guarded(session, () => onTick(session)),
      onAddress: () => guarded(session, () => onAddress(session, flush)),
      onUserStop: (target) => guarded(session, () => onUserStop(session, target)),
      onLeave: () => guarded(session, () => onLeave(session, flush)),
    },
  );
  session.tracker.readAgain = () => guarded(session, () => readPage(session, 'now'));
  guarded(session, () => {
    session.tracker.conversation = conversationNow(session);
    if (session.tracker.conversation === null) session.tracker.chat = options.newId();
    askSaved(session.tracker, session.tracker.conversation);
    readPage(session, 'now');
  });
  return { cost: session.cost };
}

function newSession(options: ObserveOptions): Session {
  return {
    options,
    tracker: newTracker(options),
    shelf: newShelf(),
    health: newHealthWatch(),
    glance: null,
    dialect: null,
    growth: newGrowthWatch(true),
    lookedAt: 0,
    readAt: 0,
    healthAt: 0,
    lookCost: 0,
    isStale: true,
    cost: { batches: 0, total: 0, largest: 0 },
  };
}

/** A page can break any assumption; the page itself must never feel it. */
function guarded(session: Session, work: () => void): void {
  if (session.options.signal.aborted) return;
  try {
    work();
  } catch {
    const site = session.options.adapter.id;
    session.options.onHealth({ state: 'blind', site, reason: 'page_not_recognised' });
    session.health.last = '';
  }
}

function onMutations(session: Session, records: readonly MutationRecord[] | null): void {
  const { performance } = session.options.window;
  const start = performance.now();
  if (!isOnlyGrowth(session.glance, records)) readPage(session, 'when it turns');
  else session.isStale = true;
  const spent = performance.now() - start;
  session.cost.batches++;
  session.cost.total += spent;
  session.cost.largest = Math.max(session.cost.largest, spent);
}

function onTick(session: Session): void {
  if (conversationNow(session) !== session.tracker.conversation) onAddress(session, () => true);
  const now = session.options.now();
  const isOpen = session.tracker.tracked?.open != null;
  if (isOnlyGrowing(session, now)) readGrowth(session, now);
  else if (session.isStale || isOpen) readPage(session, 'when due');
  closeSettled(session.tracker, now);
  closeForgotten(session.tracker, session.shelf, now);
  if (now - session.healthAt < timing.health) return;
  session.healthAt = now;
  reportHealth(session, now);
}

/** Any other change would have had the whole page read at once. */
function isOnlyGrowing({ dialect, glance, readAt }: Session, now: number): boolean {
  const isMarked = dialect !== null && !dialect.isBusyByGrowth && glance?.isBusy === true;
  return isMarked && glance.prose.length > 0 && now - readAt < timing.whole;
}

/** Reads the answer alone, not the page around it. */
function readGrowth(session: Session, now: number): void {
  const { dialect } = session;
  if (dialect === null || !session.isStale || !mayLook(session, now)) return;
  takeLook(session, () => dialect.lookAgain(session.options.document), true);
}

/** The page as it was is read a last time before its conversation is left. */
function onAddress(session: Session, flush: () => boolean): void {
  const conversation = conversationNow(session);
  if (conversation === session.tracker.conversation) return;
  if (flush() || session.isStale) readPage(session, 'now');
  if (session.tracker.conversation !== null) session.growth = newGrowthWatch(false);
  moveTo(session.tracker, session.shelf, conversation);
  session.isStale = true;
}

/** A reload or a closed tab: what is open is saved, what is over is told. */
function onLeave(session: Session, flush: () => boolean): void {
  if (flush() || session.isStale) readPage(session, 'now');
  const tracked = session.tracker.tracked;
  if (tracked?.open == null) return;
  const { open, look } = tracked;
  const isOver = !isSurelyBusy(open) && open.unseenSince === null;
  if (isOver) close(session.tracker, tracked, finishOf(open, look));
  // What is told while a page goes away may not arrive: a reload tells it again, under the same id.
  save(session.tracker, { look, open, closed: null }, session.options.now());
}

function onUserStop(session: Session, target: Element | null): void {
  const open = session.tracker.tracked?.open;
  if (open == null || !open.wasBusy) return;
  if (target !== null && !session.options.adapter.isStopButton(target)) return;
  open.stopAskedAt = session.options.now();
}

function readPage(session: Session, when: 'now' | 'when due' | 'when it turns'): void {
  const { document, adapter } = session.options;
  const now = session.options.now();
  const dialect = dialectOf(adapter, document, session);
  const isOtherDialect = dialect !== session.dialect;
  session.dialect = dialect;
  if (dialect === null) {
    readBlankPage(session, now);
    return;
  }
  const wasFilled = session.tracker.memory.isComposerFilled;
  const glance = glanceAt(session, dialect, now);
  session.readAt = now;
  const before = session.glance;
  session.glance = glance;
  const isUrgent =
    when === 'now' || isOtherDialect || isTurn(before, glance) || isNextTyped(session, wasFilled);
  const hasGrown = glance.replyLength > (before?.replyLength ?? 0);
  session.isStale ||= isUrgent || glance.replyLength !== before?.replyLength;
  const isClosing = session.tracker.tracked?.open != null && !glance.isBusy;
  if (!glance.isBusy) noteControls(session.tracker.memory, adapter.controls(document), now);
  const isDue = when === 'when due' && session.isStale && mayLook(session, now);
  if (isUrgent || isDue || (isClosing && session.isStale)) {
    takeLook(session, () => dialect.look(document), hasGrown);
  }
}

/** Where no mark says that an answer is written, its growth after a prompt was sent does. */
function glanceAt(session: Session, dialect: Dialect, now: number): Glance {
  const { document, adapter } = session.options;
  const glance = dialect.glance(document);
  if (!dialect.isBusyByGrowth) return glance;
  const { memory } = session.tracker;
  noteControls(memory, adapter.controls(document), now);
  const batch = { now, wasSent: wasJustSent(memory, now) };
  const isWritten = isGrowing(session.growth, glance, batch);
  return { ...glance, isBusy: glance.isBusy || isWritten };
}

/** Where only growth tells, what was answered is read before the next prompt stands there. */
function isNextTyped({ growth, tracker }: Session, wasFilled: boolean): boolean {
  return growth.grownAt !== null && !wasFilled && tracker.memory.isComposerFilled;
}

/** Close readings take at most half a hundredth of the time. */
function mayLook(session: Session, now: number): boolean {
  return now - session.lookedAt >= Math.max(timing.look, session.lookCost * 200);
}

function takeLook(session: Session, read: () => Look, hasGrown: boolean): void {
  const { window } = session.options;
  const start = window.performance.now();
  const now = session.options.now();
  session.isStale = session.tracker.isResumeAsked;
  const look = read();
  const isBusyGuessed = !look.isBusy && session.growth.grownAt !== null;
  const isBusy = look.isBusy || isBusyGuessed;
  apply(session.tracker, { ...look, isBusy }, { hasGrown, isBusyGuessed, now });
  session.lookedAt = now;
  session.lookCost = window.performance.now() - start;
}

/** No messages at all: an empty chat, or a page nobody knows. */
function readBlankPage(session: Session, now: number): void {
  const { document, adapter } = session.options;
  const controls = adapter.controls(document);
  session.glance = null;
  session.isStale = false;
  session.growth = newGrowthWatch(true);
  const batch = { hasGrown: false, isBusyGuessed: false, now };
  apply(session.tracker, blankLook(controls), batch);
  if (session.tracker.isResumeAsked) session.isStale = true;
}

function reportHealth(session: Session, now: number): void {
  const { options, dialect } = session;
  const page = {
    url: new URL(options.window.location.href),
    dialect: dialect?.id ?? null,
    controls: options.adapter.controls(options.document),
    hasChatted: wasJustSent(session.tracker.memory, now),
    now,
  };
  const health = healthOf(session.health, options.adapter, page);
  if (health !== null) options.onHealth(health);
}

function conversationNow(session: Session): string | null {
  const { window, adapter } = session.options;
  return adapter.conversationOf(new URL(window.location.href));
}
