/** One line of the bench's table. */
export interface Line {
  what: string;
  value: string;
  /** What is aimed at; nothing for figures that are only shown. */
  goal?: string;
  isMet?: boolean;
}

export function shown(what: string, value: string): Line {
  return { what, value };
}

/** A figure that must not be larger than its goal. */
export function atMost(what: string, value: number, goal: number, unit: string): Line {
  return {
    what,
    value: `${format(value)} ${unit}`,
    goal: `≤ ${goal} ${unit}`,
    isMet: value <= goal,
  };
}

/** A figure that must not be smaller than its goal. */
export function atLeast(what: string, value: number, goal: number, unit: string): Line {
  return {
    what,
    value: `${format(value)} ${unit}`,
    goal: `≥ ${goal} ${unit}`,
    isMet: value >= goal,
  };
}

export function format(value: number): string {
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
