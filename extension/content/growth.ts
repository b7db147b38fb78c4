import type { Glance } from '../sites/types.ts';
import { timing } from './options.ts';

/**
 * Tells that an answer is being written on pages that have no reliable mark for it: another
 * exchange stands at the end just after a prompt was sent, and its answer grows.
 */
export interface GrowthWatch {
  /** The last exchange that stood there while nothing was written. */
  idle: Glance | null;
  /** Nothing stood there before: the first prompt is not one of a conversation just opened. */
  isFromBlank: boolean;
  /** The answer that stands there was followed until it stood still. */
  isFollowed: boolean;
  /** The page has a mark for it after all: when that goes, the answer is over. */
  isMarked: boolean;
  length: number;
  /** When the answer grew last; null while none is being written. */
  grownAt: number | null;
}

/** An answer that stands there with more characters at once was written before. */
const longestBeginning = 400;

export function newGrowthWatch(isFromBlank: boolean): GrowthWatch {
  const nothing = { idle: null, isFollowed: false, isMarked: false, length: 0, grownAt: null };
  return { ...nothing, isFromBlank };
}

/** Takes every reading of the page, and whether a prompt was sent shortly before it. */
export function isGrowing(
  watch: GrowthWatch,
  glance: Glance,
  batch: { now: number; wasSent: boolean },
): boolean {
  if (watch.grownAt !== null) goOn(watch, glance, batch.now);
  const isBegun = batch.wasSent && isBeginning(watch, glance);
  if (watch.grownAt === null && (isBegun || isResumed(watch, glance))) {
    watch.grownAt = batch.now;
    watch.length = glance.replyLength;
    watch.isMarked = glance.isBusy;
  }
  if (watch.grownAt === null) rest(watch, glance);
  return watch.grownAt !== null;
}

function goOn(watch: GrowthWatch, glance: Glance, now: number): void {
  if (glance.replyLength !== watch.length) watch.grownAt = now;
  watch.length = glance.replyLength;
  const silence = now - (watch.grownAt ?? now);
  const longest = glance.replyLength > 0 ? timing.growthPause : timing.growthStart;
  const isUnmarked = watch.isMarked && !glance.isBusy;
  watch.isMarked ||= glance.isBusy;
  if (silence <= longest && !isUnmarked) return;
  watch.grownAt = null;
  watch.isFollowed = true;
  watch.idle = glance;
}

function rest(watch: GrowthWatch, glance: Glance): void {
  if (watch.idle !== null && !isSamePrompt(watch.idle, glance)) watch.isFollowed = false;
  // A prompt on its way, without any answer, is nothing that stands there yet.
  if (glance.replyLength > 0) watch.idle = glance;
}

function isBeginning({ idle, isFromBlank }: GrowthWatch, glance: Glance): boolean {
  if (glance.promptLength < 0 || glance.replyLength > longestBeginning) return false;
  if (idle === null) return isFromBlank;
  return !isSamePrompt(idle, glance) || idle.replyLength > glance.replyLength;
}

/** It stood still for longer than is usual, and goes on. */
function isResumed({ idle, isFollowed }: GrowthWatch, glance: Glance): boolean {
  if (idle === null || !isFollowed || !isSamePrompt(idle, glance)) return false;
  return glance.replyLength > idle.replyLength;
}

function isSamePrompt(before: Glance, now: Glance): boolean {
  return before.promptKey === now.promptKey && before.promptLength === now.promptLength;
}
