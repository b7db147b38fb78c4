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

/** All texts of a content: a text itself, or parts of it however deep. */
export function textsIn(value: unknown, depth = 0): string {
  if (typeof value === 'string') return value;
  if (depth > 4 || typeof value !== 'object' || value === null) return '';
  if (Array.isArray(value)) return value.map((part) => textsIn(part, depth + 1)).join('');
  return textsIn(at(value, 'text') ?? at(value, 'thinking'), depth + 1);
}
