/** The smallest text found, by leaving parts out, that still fails. */
export function shrink(text: string, fails: (text: string) => boolean): string {
  let smallest = text;
  for (let size = Math.ceil(smallest.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < smallest.length; ) {
      const shorter = smallest.slice(0, at) + smallest.slice(at + size);
      if (shorter.length < smallest.length && fails(shorter)) smallest = shorter;
      else at += size;
    }
  }
  return smallest;
}

/** A text as a literal that shows every character. */
export function shown(text: string): string {
  const escaped = [...text].map((character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0x20 && code < 0x7f) return character;
    return `\\u{${code.toString(16)}}`;
  });
  return `"${escaped.join('')}"`;
}
