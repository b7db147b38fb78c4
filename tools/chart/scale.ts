/** From a figure to a place on the page. */
export type Scale = (value: number) => number;

/** A span from its first to its last end; a scale may run downwards. */
export type Span = readonly [number, number];

export function linearScale([low, high]: Span, [from, to]: Span): Scale {
  return (value) => from + ((value - low) / (high - low)) * (to - from);
}

/** Equal ratios are equally far apart; every figure is above 0. */
export function logScale([low, high]: Span, pixels: Span): Scale {
  const scale = linearScale([Math.log(low), Math.log(high)], pixels);
  return (value) => scale(Math.log(value));
}

/** The powers of ten in a span. */
export function decades([low, high]: Span): number[] {
  const first = Math.ceil(Math.log10(low) - 1e-9);
  const last = Math.floor(Math.log10(high) + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => 10 ** (first + index));
}

export const within = (value: number, [low, high]: Span): number =>
  Math.min(high, Math.max(low, value));
