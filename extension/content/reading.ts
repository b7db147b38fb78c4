import { proseLength } from '../sites/look.ts';
import type { Controls, Dialect, Glance, Look, SiteAdapter } from '../sites/types.ts';

/**
 * True when mutations did nothing but lengthen the text of the answer on the page. Nearly all
 * batches of a streamed answer are such; they need no search through the page.
 */
export function isOnlyGrowth(
  glance: Glance | null,
  records: readonly MutationRecord[] | null,
): boolean {
  if (glance === null || records === null || !glance.isBusy || glance.prose.length === 0) {
    return false;
  }
  const isInProse = (record: MutationRecord) =>
    record.type !== 'attributes' && glance.prose.some((root) => root.contains(record.target));
  if (!records.every(isInProse) || !glance.prose.every((root) => root.isConnected)) return false;
  const length = proseLength(glance.prose);
  if (length < glance.replyLength) return false;
  glance.replyLength = length;
  return true;
}

/** The known dialect stays while it reads answers; else the first that matches, newest first. */
export function dialectOf(
  adapter: SiteAdapter,
  page: Document,
  known: { dialect: Dialect | null; glance: Glance | null },
): Dialect | null {
  const isGood = known.dialect !== null && (known.glance?.replyLength ?? 0) > 0;
  if (isGood && known.dialect?.matches(page)) return known.dialect;
  return adapter.dialects.find((candidate) => candidate.matches(page)) ?? null;
}

/** Changes that cannot wait: someone else's turn, a new id, or text that went away. */
export function isTurn(before: Glance | null, now: Glance): boolean {
  if (before === null) return true;
  return (
    before.isBusy !== now.isBusy ||
    before.promptKey !== now.promptKey ||
    before.promptLength !== now.promptLength ||
    before.replyKey !== now.replyKey ||
    now.replyLength < before.replyLength
  );
}

/** What there is to read where no message stands. */
export function blankLook(controls: Controls): Look {
  const blank = { prompt: null, reply: null, earlierPrompts: [], hasEarlierTurns: false };
  return { ...controls, ...blank, dialect: '', isBusy: controls.hasStopButton };
}
