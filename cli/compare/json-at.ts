/** Reading of answers whose shape nobody guarantees: what is not there is undefined. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
  let found = value;
  for (const key of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = (found as Record<string | number, unknown>)[key];
  }
  return found;
}

export function textAt(value: unknown, ...path: (string | number)[]): string | undefined {
  const found = at(value, ...path);
  return typeof found === 'string' ? found : undefined;
}

export function listAt(value: unknown, ...path: (string | number)[]): unknown[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
}

const MOST_TOKENS = 1e9;

/** A number of tokens; anything else counts as not told. */
export function tokensAt(value: unknown, ...path: (string | number)[]): number | undefined {
  const found = at(value, ...path);
  const isCount =
    Number.isInteger(found) && (found as number) >= 0 && (found as number) < MOST_TOKENS;
  return isCount ? (found as number) : undefined;
}

/** All texts of a content: a text itself, or parts of it however deep. */
export function textsIn(value: unknown, depth = 0): string {
  if (typeof value === 'string') return value;
  if (depth > 4 || typeof value !== 'object' || value === null) return '';
  if (Array.isArray(value)) return value.map((part) => textsIn(part, depth + 1)).join('');
  return textsIn(at(value, 'text') ?? at(value, 'thinking'), depth + 1);
}
