import type { Range, Sums } from '../core/contracts.ts';

/** One model or platform of a period. */
export interface Part {
  name: string;
  sums: Sums;
  gramsCo2e: Range;
}

/** The parts of a period by name, the heaviest first. */
export function partsOf(
  sums: Record<string, Sums>,
  names: Readonly<Record<string, string>>,
): Part[] {
  const parts = Object.entries(sums).map(([id, part]) => ({
    name: Object.hasOwn(names, id) ? (names[id] ?? id) : id,
    sums: part,
    gramsCo2e: part.gramsCo2e,
  }));
  return parts.sort((a, b) => b.gramsCo2e.central - a.gramsCo2e.central);
}
