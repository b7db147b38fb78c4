import type { KeyPlace } from './types.ts';

/** Ids used before the real one is known, or numbered per window: no identity at all. */
const temporaryKey =
  /^(pending|request|placeholder|fallback-turn|new-|local-|temp|client-|optimistic|orphan)/i;

/** The first strong id found at the given places. */
export function keyOf(root: Element, places: readonly KeyPlace[]): string | null {
  for (const place of places) {
    const value = holderOf(root, place)?.getAttribute(place.attribute)?.trim() ?? '';
    const first = value.split(/\s+/)[0] ?? '';
    if (first !== '' && !temporaryKey.test(first)) return first;
  }
  return null;
}

/** The first whole number found at the given places; signs tell question from answer. */
export function positionOf(root: Element, places: readonly KeyPlace[]): number | null {
  for (const place of places) {
    const value = holderOf(root, place)?.getAttribute(place.attribute)?.trim() ?? '';
    if (/^-?\d{1,9}$/.test(value)) return Math.abs(Number(value));
  }
  return null;
}

export function firstKey(roots: readonly Element[], places: readonly KeyPlace[]): string | null {
  for (const root of roots) {
    const key = keyOf(root, places);
    if (key !== null) return key;
  }
  return null;
}

function holderOf(root: Element, place: KeyPlace): Element | null {
  if (place.where === 'self') return root.matches(place.selector) ? root : null;
  if (place.where === 'around') return root.closest(place.selector);
  return root.querySelector(place.selector);
}
